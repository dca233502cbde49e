/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sample-log.c - calls that came, and what was done by whom */

#include "foyer-sample-parts.h"

#include "types/audit_event.h"
#include "types/call_note.h"

#define CALLS 60
#define EVENTS 80

/* Fewer calls about times and invoices since clients can look for themselves. */
static void
add_calls (FoyerSampleMaker *maker)
{
  static const char *const reasons[]
      = { "visit_time", "invoice", "quote", "booking", "portal_help", "other" };
  static const char *const notes[]
      = { NULL, "Asked when somebody comes.", NULL, "Wanted a copy of the invoice.", NULL };

  for (guint i = 0; i < CALLS; i++) {
    FoyerSampleClient *client = foyer_sample_client_at (maker, foyer_sample_below (maker, maker->n_clients));
    int day = -1 - (int) (i * i / 20);
    gint64 at = foyer_sample_moment (maker, day, 490 + (int) foyer_sample_below (maker, 500));
    FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_call_note_type, NULL, at);
    guint reason
        = i % 2 == 0 ? foyer_sample_below (maker, G_N_ELEMENTS (reasons)) : i / 2 % G_N_ELEMENTS (reasons);

    foyer_sample_text (record, "clientId", i % 5 == 4 || at < client->since ? NULL : client->id);
    foyer_sample_text (record, "reason", reasons[reason]);
    foyer_sample_time (record, "at", at);
    foyer_sample_text (record, "staffId", maker->staff_ids[i % 2]);
    foyer_sample_text (record, "note", notes[i % G_N_ELEMENTS (notes)]);
    foyer_sample_end (record);
  }
}

typedef struct {
  const char *actor;
  const char *origin;
  const char *verb;
  const char *type; /* (nullable) */
  const char *summary;
  const char *before;
  const char *after;
} Deed;

static const Deed deeds[] = {
  { "staff", "console", "preview", NULL, "Ana looked as %s", NULL, NULL },
  { "staff", "console", "approve", "Visit", "Ben approved a booking of %s", "{\"status\":\"pending\"}",
    "{\"status\":\"approved\"}" },
  { "person", "portal", "sign-in", NULL, "%s signed in", NULL, NULL },
  { "staff", "console", "disable", "Client", "Ana closed the portal for %s", "{\"portalEnabled\":true}",
    "{\"portalEnabled\":false}" },
  { "server", "server", "expire", NULL, "A booking of %s expired", "{\"status\":\"pending\"}",
    "{\"status\":\"expired\"}" },
  { "staff", "console", "invite", "PortalPerson", "Ben invited %s", NULL, NULL },
  { "person", "portal", "pay", "Invoice", "%s paid an invoice", NULL, NULL },
  { "link", "portal", "open", NULL, "Somebody opened the link of %s", NULL, NULL },
  { "staff", "console", "publish", "PortalSettings", "Ana published 1 change", "{\"brand.welcome\":null}",
    "{\"brand.welcome\":\"Welcome!\"}" },
};

static const char *
get_record_id (const Deed *deed, const FoyerSampleClient *client)
{
  if (g_strcmp0 (deed->type, "Client") == 0)
    return client->id;
  if (g_strcmp0 (deed->type, "PortalPerson") == 0)
    return client->person_ids[0];
  if (g_strcmp0 (deed->type, "Invoice") == 0)
    return client->invoice_id;
  if (g_strcmp0 (deed->type, "Visit") == 0)
    return client->visit_id;
  return NULL;
}

static void
add_event (FoyerSampleMaker *maker, guint n)
{
  const Deed *deed = &deeds[n % G_N_ELEMENTS (deeds)];
  FoyerSampleClient *client = foyer_sample_client_at (maker, foyer_sample_below (maker, maker->n_clients));
  gint64 at = foyer_sample_moment (maker, -1 - (int) (n / 3), 480 + (int) (n * 37 % 540));
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_audit_event_type, NULL, at);
  gboolean staff = g_str_equal (deed->actor, "staff");
  gboolean person = g_str_equal (deed->actor, "person");
  guint who = g_str_has_prefix (deed->summary, "Ben") ? FOYER_SAMPLE_BEN : FOYER_SAMPLE_ANA;
  g_auto (GStrv) parts = g_strsplit (deed->summary, "%s", 2);
  g_autofree char *summary = g_strjoinv (person ? client->person_names[0] : client->name, parts);
  const char *record_id = get_record_id (deed, client);

  foyer_sample_time (record, "at", at);
  foyer_sample_text (record, "actor", deed->actor);
  foyer_sample_text (record, "actorId",
                     staff    ? maker->staff_ids[who]
                     : person ? client->person_ids[0]
                              : NULL);
  foyer_sample_text (record, "actorName",
                     staff    ? (who == FOYER_SAMPLE_ANA ? "Ana Torres" : "Ben Carlsen")
                     : person ? client->person_names[0]
                              : NULL);
  foyer_sample_text (record, "origin", deed->origin);
  foyer_sample_text (record, "deviceId", staff ? maker->device_id : NULL);
  foyer_sample_text (record, "verb", deed->verb);
  foyer_sample_text (record, "recordType", record_id == NULL ? NULL : deed->type);
  foyer_sample_text (record, "recordId", record_id);
  foyer_sample_text (record, "clientId", g_str_equal (deed->verb, "publish") ? NULL : client->id);
  foyer_sample_text (record, "summary", summary);
  if (deed->before != NULL) {
    foyer_sample_parse (record, "before", deed->before);
    foyer_sample_parse (record, "after", deed->after);
  }
  foyer_sample_end (record);
}

void
foyer_sample_add_log (FoyerSampleMaker *maker)
{
  add_calls (maker);
  for (guint i = 0; i < EVENTS; i++)
    add_event (maker, i);
}
