/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "site/foyer-site-turn.h"

G_BEGIN_DECLS

/**
 * FoyerSiteSignature:
 * @name: (owned) (nullable): as it was typed
 * @email: (nullable): as it was typed
 * @consent: (owned): the sentence that was ticked
 * @code_address: (owned) (nullable): where the code was mailed that they typed
 *
 * What a form of foyer_page_signing_form() says.
 */
typedef struct {
  char *name;
  const char *email;
  char *consent;
  char *code_address;
} FoyerSiteSignature;

/**
 * foyer_site_signature_read:
 * @self: (out): foyer_site_signature_clear() lets it go, whatever is returned
 * @shown: the view's record, as it is now
 * @asks_name: whether a name must be there
 *
 * Returns: %FOYER_PROBLEM_NONE if everything is there; %FOYER_PROBLEM_CHANGED if something else was shown than what is said now (E01)
 */
FoyerPageProblem foyer_site_signature_read (FoyerSiteSignature *self,
                                            FoyerSiteTurn *turn,
                                            JsonObject *shown,
                                            gboolean asks_name);
void foyer_site_signature_clear (FoyerSiteSignature *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoyerSiteSignature, foyer_site_signature_clear)

/**
 * foyer_site_second_check:
 * @kind: the page of the record
 * @shown: the view's record; it has `codeTo` if signing it asks for a code
 * @signature: complete; gets the address of the code
 *
 * @asking: (out) (transfer full) (nullable): the page that asks for the code
 *
 * Where signing asks for a code (A7): mails one to the address on file, or judges the one that was typed. It is good for what @shown says, in
 * this session, for ten minutes and five tries.
 *
 * Returns: whether it may be signed: no code is asked for, or the right one was typed. %FALSE with @asking, or with an error
 */
gboolean foyer_site_second_check (FoyerSiteTurn *turn,
                                  FoyerPageKind kind,
                                  JsonObject *shown,
                                  FoyerSiteSignature *signature,
                                  FoyerHttpResponse **asking,
                                  GError **error);

/**
 * foyer_site_signature_write:
 * @subject_id: the quote version or document
 * @paper: what it says
 */
gboolean foyer_site_signature_write (const FoyerSiteSignature *self,
                                     FoyerSiteTurn *turn,
                                     const char *subject_id,
                                     JsonObject *paper,
                                     GError **error);

/**
 * foyer_site_mail_signed_copy:
 * @type: of what the address names: a Quote or a Document
 * @signature: that was written for it in this transaction
 *
 * Mails a copy of what was signed to whoever signed it, with the file itself if it is a document. They have it once, because the mail
 * goes into the queue with the signature.
 *
 * Returns: %FALSE with an error
 */
gboolean foyer_site_mail_signed_copy (FoyerSiteTurn *turn,
                                      const FoyerRecordType *type,
                                      const FoyerSiteSignature *signature,
                                      GError **error);

/**
 * foyer_site_refuse_paper:
 * @kind: the page of the record
 * @problem: what is wrong with what was posted
 *
 * Returns: (transfer full): the page of the record as it is now. Its status is 403 if the viewer has to ask somebody else (A11), 409 if it is not
 *   what was shown or was answered already (E01, E02), and 200 if only the form is not complete
 */
FoyerHttpResponse *foyer_site_refuse_paper (FoyerSiteTurn *turn,
                                            FoyerPageKind kind,
                                            JsonObject *shown,
                                            FoyerPageProblem problem);

G_END_DECLS
