/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sample-clients.c - clients, their places, machines, plans, contracts and documents */

#include "foyer-sample-parts.h"

#include "foyer-blob-id.h"
#include "foyer-json.h"
#include "foyer-paper.h"
#include "types/client.h"
#include "types/contract.h"
#include "types/document.h"
#include "types/equipment.h"
#include "types/plan.h"
#include "types/property.h"

#include <string.h>

/* The first clients are made by hand, the rest by chance. A place may have its street after a bar. */
static const struct {
  const char *name;
  gboolean company;
  guint n_properties;
  const char *sites[FOYER_SAMPLE_SITES];
  guint n_people;
  const char *people[FOYER_SAMPLE_PEOPLE];
} cast[] = {
  { "Hillside Dental",
    TRUE,
    3,
    { "Main Street office|1200 Main Street", "Riverside clinic|77 Osier Street", "Oak Lab|9 Kestrel Loop" },
    3,
    { "Maria Lopez", "Tom Reyes", "Dana Reyes" } },
  { "Ellen Ruiz", FALSE, 1, { "Home" }, 1, { "Ellen Ruiz" } },
  { "Cedar Lane Apartments",
    TRUE,
    3,
    { "Building A", "Building B", "Laundry house" },
    2,
    { "Harold Finch", "Ines Barros" } },
  { "Bluebird Bakery", TRUE, 2, { "Bakery", "Corner shop" }, 2, { "Otto Grimsby", "Paula Quill" } },
  { "The Okafor family", FALSE, 2, { "Home", "Cabin" }, 2, { "Chidi Okafor", "Clara Okafor" } },
  { "Hillside Dentl", TRUE, 1, { "Main Street office" }, 0, { NULL } },
};

#define N_CAST G_N_ELEMENTS (cast)
#define ELLEN 1
#define FAMILY 4
#define HURRIED 12
#define DUPLICATE 5

/* @number tells apart two businesses of one name; 0 for none. */
static char *
make_domain (const char *name, guint number)
{
  GString *domain = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p++) {
    if (g_ascii_isalnum (*p))
      g_string_append_c (domain, g_ascii_tolower (*p));
  }
  if (number > 0)
    g_string_append_printf (domain, "%u", number);
  g_string_append (domain, ".example");
  return g_string_free (domain, FALSE);
}

static void
name_person (FoyerSampleClient *client, guint index, const char *name)
{
  g_autofree char *first = g_ascii_strdown (name, -1);

  first[strcspn (first, " ")] = '\0';
  client->person_names[index] = g_strdup (name);
  client->person_emails[index] = g_strdup_printf ("%s@%s", first, client->domain);
  /* No client has two people with one address. */
  for (guint i = 0; i < index; i++) {
    if (g_str_equal (client->person_emails[i], client->person_emails[index])) {
      g_free (client->person_emails[index]);
      client->person_emails[index] = g_strdup_printf ("%s%u@%s", first, index + 1, client->domain);
    }
  }
}

static void
name_client (FoyerSampleMaker *maker, FoyerSampleClient *client, guint index)
{
  if (index < N_CAST) {
    client->name = g_strdup (cast[index].name);
    client->company = cast[index].company;
    client->n_properties = cast[index].n_properties;
    client->n_people = cast[index].n_people;
    client->domain = make_domain (client->name, 0);
    for (guint i = 0; i < client->n_people; i++)
      name_person (client, i, cast[index].people[i]);
    return;
  }
  client->company = foyer_sample_chance (maker, 40);
  client->n_properties = 1 + foyer_sample_below (maker, client->company ? FOYER_SAMPLE_SITES : 2);
  client->n_people = 1 + (client->company ? foyer_sample_below (maker, FOYER_SAMPLE_PEOPLE) : 0);
  if (client->company) {
    client->name = g_strdup_printf ("%s %s", foyer_sample_pick (maker, foyer_sample_company_starts),
                                    foyer_sample_pick (maker, foyer_sample_company_ends));
    client->domain = make_domain (client->name, index);
  } else {
    client->name = g_strdup_printf ("%s %s", foyer_sample_pick (maker, foyer_sample_first_names),
                                    foyer_sample_pick (maker, foyer_sample_last_names));
    client->domain = g_strdup_printf ("c%u.mail.example", index);
  }
  for (guint i = 0; i < client->n_people; i++) {
    g_autofree char *name
        = i == 0 && !client->company
              ? g_strdup (client->name)
              : g_strdup_printf ("%s %s", foyer_sample_pick (maker, foyer_sample_first_names),
                                 foyer_sample_pick (maker, foyer_sample_last_names));

    name_person (client, i, name);
  }
}

static void
set_place (FoyerSampleMaker *maker, FoyerSampleRecord *record, gboolean with_position)
{
  const FoyerSampleCity *city = &foyer_sample_cities[foyer_sample_below (maker, foyer_sample_n_cities)];
  g_autofree char *street = g_strdup_printf ("%u %s", 100 + foyer_sample_below (maker, 8900),
                                             foyer_sample_pick (maker, foyer_sample_streets));

  foyer_sample_text (record, "street", street);
  foyer_sample_text (record, "city", city->name);
  foyer_sample_text (record, "region", "OR");
  foyer_sample_text (record, "postcode", city->postcode);
  foyer_sample_text (record, "country", "US");
  if (!with_position)
    return;
  foyer_sample_integer (record, "latitude", city->latitude + foyer_sample_below (maker, 40000) - 20000);
  foyer_sample_integer (record, "longitude", city->longitude + foyer_sample_below (maker, 40000) - 20000);
}

/* The states in which clients may be, one each among those after the cast, then by chance. */
static guint
choose_portal_state (FoyerSampleMaker *maker, guint index)
{
  if (index < N_CAST || index >= FOYER_SAMPLE_FEWEST_CLIENTS)
    return index < N_CAST ? 0 : foyer_sample_below (maker, 40);
  return index - N_CAST + 1;
}

static void
set_portal_state (FoyerSampleMaker *maker, FoyerSampleRecord *record, FoyerSampleClient *client, guint index)
{
  guint turn = choose_portal_state (maker, index);

  switch (turn) {
  case 1: /* the portal is off for them */
    foyer_sample_boolean (record, "portalEnabled", FALSE);
    foyer_sample_text (record, "portalChangedBy", maker->staff_ids[FOYER_SAMPLE_ANA]);
    foyer_sample_time (record, "portalChangedAt", foyer_sample_moment (maker, -19, 610));
    break;
  case 2: /* sees less */
    foyer_sample_words (record, "scopes", "visits invoices");
    break;
  case 3: /* stricter sign-in */
    foyer_sample_text (record, "directLinks", "off");
    foyer_sample_text (record, "sso", "required");
    foyer_sample_integer (record, "sessionHours", 8);
    foyer_sample_text (record, "stepUp", "code");
    break;
  case 4: /* blocked for bookings */
    foyer_sample_boolean (record, "blocked", TRUE);
    foyer_sample_text (record, "blockedReason", "Two checks came back.");
    break;
  case 5: /* gone */
    client->served = FALSE;
    foyer_sample_time (record, "archivedAt", foyer_sample_moment (maker, -30, 700));
    break;
  case 6: /* another pays */
    client->bill_to_id = ((FoyerSampleClient *) maker->clients->pdata[0])->id;
    foyer_sample_text (record, "billToId", client->bill_to_id);
    break;
  default:
    break;
  }
}

static void
add_client (FoyerSampleMaker *maker, FoyerSampleClient *client, guint index)
{
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_client_type, NULL, client->since);
  g_autofree char *email = client->n_people == 0 ? NULL : g_strdup_printf ("office@%s", client->domain);
  g_autofree char *phone = foyer_sample_phone (maker);

  client->id = g_strdup (foyer_sample_get_id (record));
  foyer_sample_text (record, "name", client->name);
  foyer_sample_text (record, "kind", client->company ? "company" : "person");
  /* Some have no address yet (001-43). */
  if (index < N_CAST || !foyer_sample_chance (maker, 6))
    foyer_sample_text (record, "email", client->company ? email : client->person_emails[0]);
  foyer_sample_text (record, "phone", phone);
  set_place (maker, record, FALSE);
  if (foyer_sample_chance (maker, 30))
    foyer_sample_text (record, "notes", "Pays on time. Prefers the morning.");
  if (foyer_sample_chance (maker, 25))
    foyer_sample_words (record, "labelIds", maker->label_ids->pdata[foyer_sample_below (maker, 3)]);
  if (client->company)
    foyer_sample_parse (
        record, "contacts",
        "{\"desk\":{\"name\":\"Front desk\",\"role\":\"Reception\",\"phone\":\"(503) 555-0118\"}}");
  set_portal_state (maker, record, client, index);
  if (index == DUPLICATE) {
    client->served = FALSE;
    foyer_sample_text (record, "mergedIntoId", ((FoyerSampleClient *) maker->clients->pdata[0])->id);
  }
  foyer_sample_end (record);
}

static const char *
choose_site (FoyerSampleClient *client, guint index, guint site)
{
  if (index < N_CAST)
    return cast[index].sites[site];
  if (client->company)
    return foyer_sample_sites[site];
  return site == 0 ? "Home" : "Second home";
}

static void
add_property (FoyerSampleMaker *maker, FoyerSampleClient *client, guint index, guint site)
{
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_property_type, NULL,
                                                  client->since + (site + 1) * FOYER_SAMPLE_MINUTE);
  g_auto (GStrv) parts = g_strsplit (choose_site (client, index, site), "|", 2);

  client->property_ids[site] = g_strdup (foyer_sample_get_id (record));
  client->property_names[site] = g_strdup (parts[0]);
  foyer_sample_text (record, "clientId", client->id);
  foyer_sample_text (record, "name", parts[0]);
  set_place (maker, record, TRUE);
  foyer_sample_text (record, "street", parts[1]);
  if (client->company && site > 0)
    foyer_sample_text (record, "unit", "Suite 200");
  if (foyer_sample_chance (maker, 30))
    foyer_sample_text (record, "accessNotes", "Key at the front desk. Ladder behind the garage.");
  if (index == FAMILY && site == 1)
    foyer_sample_text (record, "zone", "America/Boise");
  foyer_sample_end (record);
}

static void
add_machine (FoyerSampleMaker *maker, FoyerSampleClient *client, guint site)
{
  static const char *const conditions[] = { "good", "good", "good", "watch", "replace" };
  g_auto (GStrv) parts = g_strsplit (foyer_sample_pick (maker, foyer_sample_machines), "|", 2);
  FoyerSampleRecord *record
      = foyer_sample_begin (maker, &foyer_equipment_type, NULL, client->since + FOYER_SAMPLE_HOUR);
  g_autofree char *serial
      = g_strdup_printf ("%04u-%04u", foyer_sample_below (maker, 10000), foyer_sample_below (maker, 10000));
  g_autofree char *model
      = g_strdup_printf ("%uT-%u", 2 + foyer_sample_below (maker, 4), 24 + 6 * foyer_sample_below (maker, 6));
  g_autofree char *installed = foyer_sample_date (maker, -400 - (int) foyer_sample_below (maker, 5000));
  g_autofree char *warranty = foyer_sample_date (maker, (int) foyer_sample_below (maker, 2600) - 1000);
  const char *condition = conditions[maker->machine_number++ % G_N_ELEMENTS (conditions)];

  if (client->equipment_id == NULL)
    client->equipment_id = g_strdup (foyer_sample_get_id (record));
  foyer_sample_text (record, "clientId", client->id);
  foyer_sample_text (record, "propertyId", client->property_ids[site]);
  foyer_sample_text (record, "name", parts[0]);
  foyer_sample_text (record, "description", parts[1]);
  foyer_sample_text (record, "maker", foyer_sample_pick (maker, foyer_sample_makers));
  foyer_sample_text (record, "model", model);
  foyer_sample_text (record, "serial", serial);
  foyer_sample_text (record, "installedOn", installed);
  foyer_sample_text (record, "warrantyUntil", warranty);
  foyer_sample_text (record, "condition", condition);
  if (!g_str_equal (condition, "good"))
    foyer_sample_text (record, "remark", "The blower bearing is worn. Replacement advised within a year.");
  foyer_sample_end (record);
}

static void
set_sites (FoyerSampleRecord *record, FoyerSampleClient *client)
{
  g_autofree char *ids
      = g_strjoin (" ", client->property_ids[0], client->property_ids[1], client->property_ids[2], NULL);

  foyer_sample_words (record, "propertyIds", ids);
}

static void
add_plan (FoyerSampleMaker *maker, FoyerSampleClient *client, guint turn)
{
  static const char *const statuses[] = { "active", "active", "paused", "ended", "pending" };
  static const char *const intervals[] = { "monthly", "quarterly", "yearly" };
  const char *status = statuses[turn % G_N_ELEMENTS (statuses)];
  gboolean ended = g_str_equal (status, "ended");
  FoyerSampleRecord *record
      = foyer_sample_begin (maker, &foyer_plan_type, NULL, client->since + 2 * FOYER_SAMPLE_HOUR);
  int first = ended ? -600 : g_str_equal (status, "pending") ? 14 : -260;
  g_autofree char *start = foyer_sample_date (maker, first);
  g_autofree char *renew = foyer_sample_date (maker, first + 365);
  g_autofree char *end = foyer_sample_date (maker, -80);

  if (g_str_equal (status, "active"))
    client->plan_id = g_strdup (foyer_sample_get_id (record));
  foyer_sample_text (record, "clientId", client->id);
  foyer_sample_text (record, "name", "Comfort Care");
  foyer_sample_text (record, "description", "Maintenance of heating and cooling, filters included.");
  foyer_sample_text (record, "status", status);
  foyer_sample_money (record, "price", 4900 + 4900 * (gint64) client->n_properties);
  foyer_sample_text (record, "interval", intervals[turn % G_N_ELEMENTS (intervals)]);
  foyer_sample_text (record, "serviceId", maker->service_ids->pdata[0]);
  set_sites (record, client);
  foyer_sample_integer (record, "visitsPerYear", 4);
  foyer_sample_integer (record, "discount", 10);
  foyer_sample_integer (record, "responseHours", 4);
  foyer_sample_text (record, "startOn", start);
  foyer_sample_text (record, "renewOn", ended ? NULL : renew);
  foyer_sample_text (record, "endOn", ended ? end : NULL);
  foyer_sample_boolean (record, "autoRenew", turn % 3 != 1);
  foyer_sample_end (record);
}

/* It is signed at @signed_at, or 0 for not at all. */
static void
sign_document (FoyerSampleMaker *maker, FoyerSampleClient *client, JsonObject *document, gint64 signed_at)
{
  g_autoptr (JsonObject) paper = foyer_document_paper (document);
  FoyerSampleSigning *signing;

  if (signed_at == 0)
    return;
  signing = g_new0 (FoyerSampleSigning, 1);
  signing->client = client;
  signing->subject_id = g_strdup (foyer_json_object_text (document, "id"));
  signing->content_hash = foyer_json_hash (paper);
  signing->consent = "I am allowed to sign, and I agree to this document.";
  signing->at = signed_at;
  g_ptr_array_add (maker->signings, signing);
}

static char *
add_document (FoyerSampleMaker *maker,
              FoyerSampleClient *client,
              const char *title,
              const char *kind,
              const char *shown_to,
              gboolean sign,
              gint64 at,
              gint64 signed_at)
{
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_document_type, NULL, at);
  g_autoptr (GBytes) paper = foyer_sample_paper (title);
  g_autofree char *blob = foyer_blob_id_of_bytes (paper);
  g_autofree char *file = g_strdup_printf ("%s.pdf", kind);
  char *id = g_strdup (foyer_sample_get_id (record));

  foyer_sample_text (record, "clientId", client == NULL ? NULL : client->id);
  foyer_sample_text (record, "title", title);
  foyer_sample_text (record, "kind", kind);
  foyer_sample_text (record, "blobId", blob);
  foyer_sample_text (record, "fileName", file);
  foyer_sample_text (record, "mediaType", "application/pdf");
  foyer_sample_integer (record, "size", (gint64) g_bytes_get_size (paper));
  foyer_sample_text (record, "source", g_str_equal (kind, "other") ? "portal" : "office");
  foyer_sample_text (record, "shownTo", shown_to);
  if (g_str_equal (shown_to, "some"))
    foyer_sample_words (record, "clientIds", ((FoyerSampleClient *) maker->clients->pdata[0])->id);
  foyer_sample_boolean (record, "needsSignature", sign);
  foyer_sample_text (record, "aboutId",
                     client != NULL && (g_str_equal (kind, "warranty") || g_str_equal (kind, "manual"))
                         ? client->equipment_id
                         : NULL);
  sign_document (maker, client, record->json, signed_at);
  foyer_sample_end (record);
  return id;
}

static void
add_contract (FoyerSampleMaker *maker, FoyerSampleClient *client, guint turn)
{
  static const char *const statuses[] = { "active", "sent", "draft", "active", "ended", "declined" };
  const char *status = statuses[turn % G_N_ELEMENTS (statuses)];
  gboolean ended = g_str_equal (status, "ended");
  gboolean is_signed = ended || g_str_equal (status, "active");
  gint64 at = client->since + 3 * FOYER_SAMPLE_HOUR;
  g_autofree char *document = add_document (maker, client, "Maintenance contract", "contract",
                                            g_str_equal (status, "draft") ? "none" : "all", TRUE, at,
                                            is_signed ? at + FOYER_SAMPLE_DAY : 0);
  FoyerSampleRecord *record
      = foyer_sample_begin (maker, &foyer_contract_type, NULL, at + FOYER_SAMPLE_MINUTE);
  g_autofree char *number = g_strdup_printf ("C-%u", ++maker->contract_number);
  g_autofree char *start = foyer_sample_date (maker, ended ? -600 : -260);
  g_autofree char *end = foyer_sample_date (maker, ended ? -235 : 105);

  foyer_sample_text (record, "clientId", client->id);
  foyer_sample_text (record, "number", number);
  foyer_sample_text (record, "title", "Maintenance contract");
  foyer_sample_text (record, "status", status);
  foyer_sample_text (record, "planId", client->plan_id);
  foyer_sample_text (record, "documentId", document);
  foyer_sample_text (record, "summary",
                     "Four visits a site and year, repairs at 10% off, somebody within 4 hours.");
  foyer_sample_money (record, "value", 12 * (4900 + 4900 * (gint64) client->n_properties));
  set_sites (record, client);
  foyer_sample_text (record, "startOn", start);
  foyer_sample_text (record, "endOn", end);
  foyer_sample_boolean (record, "autoRenew", turn % 2 == 0);
  foyer_sample_time (record, "signedAt", is_signed ? at + FOYER_SAMPLE_DAY : 0);
  if (is_signed && client->n_people > 0)
    foyer_sample_text (record, "signedBy", client->person_ids[0]);
  foyer_sample_end (record);
}

/* The company's own. */
static void
add_company_documents (FoyerSampleMaker *maker)
{
  static const struct {
    const char *title;
    const char *kind;
    const char *shown_to;
    gboolean sign;
  } documents[] = {
    { "Terms of service", "terms", "all", FALSE },
    { "Privacy policy", "policy", "all", FALSE },
    { "Certificate of insurance", "certificate", "some", FALSE },
    { "Winter checklist", "manual", "all", FALSE },
    { "Price list for next year", "other", "none", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    g_free (add_document (maker, NULL, documents[i].title, documents[i].kind, documents[i].shown_to,
                          documents[i].sign, foyer_sample_moment (maker, -280 + (int) i * 20, 700), 0));
}

static void
add_papers (FoyerSampleMaker *maker, FoyerSampleClient *client, guint index)
{
  gint64 at = MIN (client->since + 30 * FOYER_SAMPLE_DAY, maker->now - FOYER_SAMPLE_DAY);

  if (index % 3 == 0)
    add_plan (maker, client, index / 3);
  if (index % 4 == 0)
    add_contract (maker, client, index / 4);
  if (index % 5 == 0)
    g_free (add_document (maker, client, "Warranty of the heat pump", "warranty", "all", FALSE, at, 0));
  if (index % 5 == 1)
    g_free (add_document (maker, client, "Yearly report", "report", "all", FALSE, at, 0));
  if (index % 7 == 2)
    g_free (add_document (maker, client, "Floor plan", "other", "all", FALSE, at, 0));
}

void
foyer_sample_add_clients (FoyerSampleMaker *maker)
{
  for (guint i = 0; i < maker->n_clients; i++) {
    FoyerSampleClient *client = foyer_sample_client_new (maker);
    /* Half of them came before the history begins. */
    int day = i < N_CAST || foyer_sample_chance (maker, 50) ? -690 + (int) foyer_sample_below (maker, 400)
                                                            : -280 + (int) foyer_sample_below (maker, 240);

    /* Nothing speaks against who asks where a wish is to show something else. */
    client->pays = i == ELLEN || i == FAMILY || i == HURRIED;
    client->since = foyer_sample_moment (maker, day, 480 + (int) foyer_sample_below (maker, 500));
    name_client (maker, client, i);
    add_client (maker, client, i);
    for (guint site = 0; site < client->n_properties; site++) {
      add_property (maker, client, i, site);
      if (foyer_sample_chance (maker, 70))
        add_machine (maker, client, site);
    }
    if (client->n_people > 0)
      foyer_sample_add_access (maker, client, i);
    if (client->served)
      add_papers (maker, client, i);
  }
  add_company_documents (maker);
}
