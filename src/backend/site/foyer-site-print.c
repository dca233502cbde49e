/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-print.c - what clients see as papers to keep: the words of the page, drawn as PDF */

#include "site/foyer-site-turn.h"

#include "blobs/foyer-blob-public.h"
#include "foyer-portal-prints.h"
#include "prints/foyer-print-pdf.h"

/* Which paper belongs to which page. */
static const struct {
  FoyerPageKind page;
  FoyerPrintKind print;
} papers[] = {
  { FOYER_PAGE_INVOICE, FOYER_PRINT_INVOICE },
  { FOYER_PAGE_QUOTE, FOYER_PRINT_QUOTE },
  { FOYER_PAGE_STATEMENT, FOYER_PRINT_STATEMENT },
};

static FoyerPrint *
make_print (FoyerSiteTurn *turn)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++) {
    if (papers[i].page == turn->route->page)
      return foyer_portal_print (turn->view, papers[i].print, turn->argument);
  }
  return NULL;
}

/* A paper without its logo is still a paper. */
static GBytes *
open_logo (FoyerSiteTurn *turn, const char *id)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = NULL;

  if (id != NULL)
    bytes = foyer_blob_public_open (turn->context->database, turn->context->files, turn->account->number, id,
                                    &error);
  if (error != NULL)
    g_warning ("The logo of a paper was not read: %s", error->message);
  return bytes;
}

FoyerHttpResponse *
foyer_site_send_print (FoyerSiteTurn *turn, GError **error)
{
  FoyerPageRequest request = { .kind = turn->route->page, .record_id = turn->argument };
  g_autoptr (FoyerPrint) print = NULL;
  g_autoptr (GBytes) logo = NULL;
  g_autoptr (GBytes) file = NULL;
  FoyerHttpResponse *response;

  if (!foyer_site_turn_add (turn, &request, error))
    return NULL;
  print = make_print (turn);
  if (print == NULL)
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_NOT_FOUND);
  logo = open_logo (turn, print->logo);
  file = foyer_print_pdf (print, logo, error);
  if (file == NULL)
    return NULL;
  response = foyer_http_response_new (200, "application/pdf", g_steal_pointer (&file));
  foyer_http_response_set_file_name (response, print->file_name);
  return response;
}
