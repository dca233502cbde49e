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
  { FOYER_PAGE_DOCUMENT, FOYER_PRINT_DOCUMENT },
  { FOYER_PAGE_STATEMENT, FOYER_PRINT_STATEMENT },
};

static FoyerPrintKind
get_kind (FoyerSiteTurn *turn)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (papers) && papers[i].page != turn->route->page)
    i++;
  return papers[i].print;
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

GBytes *
foyer_site_turn_draw_print (FoyerSiteTurn *turn, FoyerPrintKind kind, char **name, GError **error)
{
  g_autoptr (FoyerPrint) print = foyer_portal_print (turn->view, kind, turn->argument);
  g_autoptr (GBytes) logo = NULL;

  *name = NULL;
  if (print == NULL)
    return NULL;
  *name = g_strdup (print->file_name);
  logo = open_logo (turn, print->logo);
  return foyer_print_pdf (print, logo, error);
}

FoyerHttpResponse *
foyer_site_send_print (FoyerSiteTurn *turn, GError **error)
{
  FoyerPageRequest request = { .kind = turn->route->page, .record_id = turn->argument };
  g_autoptr (GBytes) file = NULL;
  g_autofree char *name = NULL;
  FoyerHttpResponse *response;

  if (!foyer_site_turn_add (turn, &request, error))
    return NULL;
  file = foyer_site_turn_draw_print (turn, get_kind (turn), &name, error);
  if (file == NULL)
    return name == NULL ? foyer_site_turn_show_kind (turn, FOYER_PAGE_NOT_FOUND) : NULL;
  response = foyer_http_response_new (200, "application/pdf", g_steal_pointer (&file));
  foyer_http_response_set_file_name (response, name);
  return response;
}
