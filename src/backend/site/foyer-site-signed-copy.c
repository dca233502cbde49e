/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-signed-copy.c - whoever signed is mailed a copy of what they signed (000-28, 000-34) */

#include "site/foyer-site-signing.h"

#include "effects/foyer-signing-mails.h"
#include "foyer-json.h"
#include "foyer-portal-prints.h"
#include "types/document.h"
#include "types/portal_person.h"

/* A longer file is not mailed: many mail servers would not take it. The mail leads to it. */
#define LONGEST_FILE (5 * 1024 * 1024)

/* The view as it is now that there is a signature. */
static gboolean
look_again (FoyerSiteTurn *turn, const FoyerRecordType *type, GError **error)
{
  FoyerPortalLook look = foyer_site_turn_look (turn);
  JsonObject *view = foyer_portal_look_view (&look, FOYER_VIEW_NO_LISTS, error);

  if (view == NULL)
    return FALSE;
  json_object_unref (turn->view);
  turn->view = view;
  return foyer_site_turn_add_record (turn, type, error);
}

/* The person's own address, or the one that the bearer of a link typed. */
static gboolean
find_reader (FoyerSiteTurn *turn,
             const FoyerSiteSignature *signature,
             FoyerSignedCopyMail *mail,
             FoyerRecord **person,
             GError **error)
{
  if (!foyer_record_source_look_up (turn->transaction->source, &foyer_portal_person_type,
                                    turn->session->person_id, person, error))
    return FALSE;
  mail->client_id = turn->session->client_id;
  mail->person_id = turn->session->person_id;
  mail->address = *person != NULL ? foyer_portal_person_get_email (*person) : signature->email;
  mail->name = signature->name;
  return TRUE;
}

static gboolean
attach_file (FoyerSiteTurn *turn, const FoyerRecordType *type, GPtrArray *attachments, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *name = NULL;

  if (type != &foyer_document_type)
    return TRUE;
  bytes = foyer_site_turn_open_document (turn, &name, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (bytes != NULL && g_bytes_get_size (bytes) <= LONGEST_FILE)
    foyer_mail_attachments_add (attachments, name, "application/octet-stream", bytes);
  return TRUE;
}

gboolean
foyer_site_mail_signed_copy (FoyerSiteTurn *turn,
                             const FoyerRecordType *type,
                             const FoyerSiteSignature *signature,
                             GError **error)
{
  FoyerPrintKind kind = type == &foyer_document_type ? FOYER_PRINT_DOCUMENT : FOYER_PRINT_QUOTE;
  g_autoptr (GPtrArray) attachments = foyer_mail_attachments_new ();
  g_autoptr (FoyerRecord) person = NULL;
  g_autoptr (GBytes) file = NULL;
  g_autofree char *name = NULL;
  FoyerSignedCopyMail mail = { .record_id = turn->argument, .attachments = attachments };

  if (!look_again (turn, type, error) || !find_reader (turn, signature, &mail, &person, error))
    return FALSE;
  if (mail.address == NULL)
    return TRUE;
  file = foyer_site_turn_draw_print (turn, kind, &name, error);
  if (file == NULL)
    return FALSE;
  foyer_mail_attachments_add (attachments, name, "application/pdf", file);
  if (!attach_file (turn, type, attachments, error))
    return FALSE;
  mail.section = type == &foyer_document_type ? "documents" : "quotes";
  mail.title
      = foyer_json_object_text (foyer_portal_view_get_record (turn->view, type, turn->argument), "title");
  return foyer_signed_copy_mail_submit (turn->transaction, &mail, error);
}
