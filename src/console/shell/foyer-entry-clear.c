/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-entry-clear.c - an entry is emptied, whoever listens */

#include "foyer-entry-clear.h"

void
foyer_entry_clear (GtkEditable *entry)
{
  gtk_editable_delete_text (entry, 0, (int) g_utf8_strlen (gtk_editable_get_text (entry), -1));
}
