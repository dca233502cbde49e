/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-attachment.h"
#include "foyer-subject-bin.h"

G_BEGIN_DECLS

#define FOYER_TYPE_ATTACHMENT_ROW (foyer_attachment_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerAttachmentRow, foyer_attachment_row, FOYER, ATTACHMENT_ROW, FoyerSubjectBin)

/**
 * FoyerAttachmentRow:
 *
 * One file under its message: its picture or its name, a way to open and a way to save it. Property: `attachment` (#FoyerAttachment or
 * %NULL).
 */

G_END_DECLS
