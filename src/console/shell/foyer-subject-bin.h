/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_SUBJECT_BIN (foyer_subject_bin_get_type ())
G_DECLARE_DERIVABLE_TYPE (FoyerSubjectBin, foyer_subject_bin, FOYER, SUBJECT_BIN, AdwBin)

/**
 * FoyerSubjectBin:
 *
 * A widget that shows one object, its subject, by the bindings of its template alone. A kind of it names the subject in its class's init, sets the
 * template there, and makes the template in its own init; all else is here.
 */

struct _FoyerSubjectBinClass {
  AdwBinClass parent_class;
};

/**
 * foyer_subject_bin_class_set_subject:
 * @name: the property that holds the subject; static
 * @type: what the subject is
 */
void foyer_subject_bin_class_set_subject (FoyerSubjectBinClass *klass, const char *name, GType type);

G_END_DECLS
