/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sim-acts.c - what the people of a simulation do */

#include "foyer-sim-acts.h"

#include "foyer-blob-id.h"
#include "foyer-id.h"
#include "foyer-json.h"
#include "foyer-test-business.h"
#include "types/booking.h"
#include "types/client.h"
#include "types/label.h"
#include "types/message.h"
#include "types/portal_settings.h"

#include <string.h>

#define LONGEST_UNDO_SECONDS 10

typedef struct {
  FoyerSimConsole *console;
  FoyerRandom *random;
  guint number; /* of the deed that is being done: what makes its values unlike all others */
} Act;

static guint
draw (Act *act, guint limit)
{
  return foyer_random_below (act->random, limit);
}

static FoyerRecord *
choose_record (Act *act, const FoyerRecordType *type)
{
  g_autoptr (GPtrArray) records = foyer_sim_console_list (act->console, type);

  return records->len == 0 ? NULL : g_object_ref (records->pdata[draw (act, records->len)]);
}

static char *
submit (Act *act, FoyerVerb verb, const FoyerRecordType *type, const char *id, JsonObject *patch)
{
  static const char *const verbs[] = { "makes", "changes", "removes" };
  gint64 hold = draw (act, 2) == 0 ? 0 : (1 + draw (act, LONGEST_UNDO_SECONDS)) * G_USEC_PER_SEC;
  g_autoptr (JsonObject) owned = patch;
  g_autofree char *text = patch == NULL ? g_strdup ("") : foyer_json_canonical_object (patch);
  FoyerDeed *deed = foyer_sim_console_submit (act->console, verb, type, id, patch, hold);

  if (deed == NULL)
    return g_strdup_printf ("may not do that to %s", id);
  return g_strdup_printf ("deed %u %s %s %s (%s), may be taken back for %" G_GINT64_FORMAT " s", deed->number,
                          verbs[verb], id, text, deed->id, hold / G_USEC_PER_SEC);
}

static char *
change (Act *act, const FoyerRecordType *type, JsonObject *patch)
{
  g_autoptr (FoyerRecord) record = choose_record (act, type);

  if (record != NULL)
    return submit (act, FOYER_VERB_UPDATE, type, foyer_record_get_id (record), patch);
  json_object_unref (patch);
  return NULL;
}

/* --- Deciding --- */

static char *
decide (Act *act)
{
  JsonObject *patch = json_object_new ();
  g_autofree char *words = g_strdup_printf ("Words of deed %u", act->number);

  json_object_set_string_member (patch, "message", words);
  switch (draw (act, 6)) {
  case 0:
    json_object_set_string_member (patch, "status", "declined");
    json_object_set_string_member (patch, "reason", "No crew that day");
    break;
  case 1:
    json_object_set_string_member (patch, "status", "pending");
    break;
  case 2:
    break; /* only words */
  default:
    json_object_set_string_member (patch, "status", "approved");
  }
  return change (act, &foyer_booking_type, patch);
}

/* --- Changing --- */

static char *
change_client (Act *act)
{
  JsonObject *patch = json_object_new ();
  g_autofree char *phone = g_strdup_printf ("+44 20 %07u", act->number);
  g_autofree char *note = g_strdup_printf ("Note of deed %u", act->number);
  g_autofree char *key = g_strdup_printf ("contacts/c%u", act->number % 5);
  JsonObject *contact;

  switch (draw (act, 4)) {
  case 0:
    json_object_set_string_member (patch, "phone", phone);
    break;
  case 1:
    json_object_set_string_member (patch, "notes", note);
    break;
  case 2:
    contact = json_object_new ();
    json_object_set_string_member (contact, "name", note);
    json_object_set_object_member (patch, key, contact);
    break;
  default:
    json_object_set_int_member (patch, "sessionHours", 1 + act->number);
  }
  return change (act, &foyer_client_type, patch);
}

static char *
change_settings (Act *act)
{
  JsonObject *patch = json_object_new ();
  g_autofree char *address = g_strdup_printf ("https://reviews.example/%u", act->number);

  json_object_set_string_member (patch, "portal.review_url", address);
  return change (act, &foyer_portal_settings_type, patch);
}

/* --- Making and removing --- */

static char *
make_label (Act *act)
{
  g_autofree char *id = foyer_id_new ("lb", act->console->clock, act->console->random);
  g_autofree char *name = g_strdup_printf ("Label %u", act->number);
  JsonObject *label = json_object_new ();

  json_object_set_string_member (label, "name", name);
  json_object_set_int_member (label, "position", act->number);
  return submit (act, FOYER_VERB_CREATE, &foyer_label_type, id, label);
}

static char *
change_label (Act *act)
{
  g_autofree char *name = g_strdup_printf ("Label %u", act->number);
  JsonObject *patch = json_object_new ();

  json_object_set_string_member (patch, "name", name);
  return change (act, &foyer_label_type, patch);
}

static char *
remove_label (Act *act)
{
  g_autoptr (FoyerRecord) label = choose_record (act, &foyer_label_type);

  if (label == NULL)
    return NULL;
  return submit (act, FOYER_VERB_DESTROY, &foyer_label_type, foyer_record_get_id (label), NULL);
}

/* Of a few bytes or of several pieces; now and then the same as before. */
static GBytes *
make_file (Act *act)
{
  gsize length = 1 + draw (act, 3000);
  guint8 *bytes = g_malloc (length);
  guint number = draw (act, 4) == 0 ? 0 : act->number;

  for (gsize i = 0; i < length; i++)
    bytes[i] = (guint8) (i * 7 + number * 31 + i / 251);
  return g_bytes_new_take (bytes, length);
}

static void
attach (Act *act, JsonObject *message)
{
  g_autoptr (GBytes) bytes = make_file (act);
  g_autofree char *blob_id = foyer_sim_console_add_file (act->console, bytes);
  JsonObject *attachment = json_object_new ();
  JsonArray *attachments = json_array_new ();

  json_object_set_string_member (attachment, "blobId", blob_id);
  json_object_set_string_member (attachment, "name", "boiler.jpg");
  json_object_set_string_member (attachment, "mediaType", "image/jpeg");
  json_object_set_int_member (attachment, "size", (gint64) g_bytes_get_size (bytes));
  json_array_add_object_element (attachments, attachment);
  json_object_set_array_member (message, "attachments", attachments);
}

static char *
write_message (Act *act)
{
  g_autofree char *id = foyer_id_new ("ms", act->console->clock, act->console->random);
  g_autofree char *conversation = foyer_test_id ("cv-1");
  g_autofree char *body = g_strdup_printf ("Message of deed %u", act->number);
  JsonObject *message = json_object_new ();

  json_object_set_string_member (message, "conversationId", conversation);
  json_object_set_string_member (message, "body", body);
  json_object_set_string_member (message, "sentAt", "2026-11-23T10:00:00Z");
  if (draw (act, 2) == 0)
    attach (act, message);
  return submit (act, FOYER_VERB_CREATE, &foyer_message_type, id, message);
}

static char *
open_attachment (Act *act)
{
  g_autoptr (FoyerRecord) message = choose_record (act, &foyer_message_type);
  g_autoptr (JsonObject) json = message == NULL ? NULL : foyer_record_to_json (message);
  g_autoptr (GHashTable) blobs = foyer_record_type_list_blobs (&foyer_message_type, json);
  GHashTableIter iter;
  gpointer blob_id;

  g_hash_table_iter_init (&iter, blobs);
  if (!g_hash_table_iter_next (&iter, &blob_id, NULL))
    return NULL;
  foyer_sim_console_open_file (act->console, blob_id, FALSE);
  return g_strdup_printf ("opens %s", (char *) blob_id);
}

/* --- Changing one's mind --- */

static FoyerDeed *
choose_recent_deed (Act *act)
{
  GPtrArray *deeds = foyer_ledger_get_deeds (act->console->ledger);
  guint skip = draw (act, 3);

  for (guint i = deeds->len; i > 0; i--) {
    FoyerDeed *deed = deeds->pdata[i - 1];

    if (deed->console == act->console->index && !deed->undone && !deed->excused && skip-- == 0)
      return deed;
  }
  return NULL;
}

static char *
take_back (Act *act)
{
  FoyerDeed *deed = choose_recent_deed (act);

  if (deed == NULL)
    return NULL;
  return g_strdup_printf (foyer_sim_console_undo (act->console, deed) ? "takes deed %u back"
                                                                      : "is too late to take deed %u back",
                          deed->number);
}

static char *
send_now (Act *act)
{
  FoyerDeed *deed = choose_recent_deed (act);

  if (deed == NULL)
    return NULL;
  foyer_sim_console_release (act->console, deed);
  return g_strdup_printf ("sends deed %u now", deed->number);
}

static char *
put_away (Act *act)
{
  static const FoyerOperationState states[] = { FOYER_OPERATION_REFUSED, FOYER_OPERATION_CONFLICT };
  g_autoptr (GPtrArray) needing
      = foyer_store_list_operations (act->console->store, states, G_N_ELEMENTS (states), 0, 100);
  FoyerDeed *deed;

  if (needing->len == 0)
    return NULL;
  deed = foyer_ledger_find_deed (act->console->ledger,
                                 foyer_operation_get_id (needing->pdata[draw (act, needing->len)]));
  if (deed == NULL)
    return NULL;
  foyer_sim_console_discard (act->console, deed);
  return g_strdup_printf ("puts deed %u away", deed->number);
}

char *
foyer_sim_act (FoyerSimConsole *console, FoyerRandom *random)
{
  static char *(*const acts[]) (Act * act)
      = { decide,        decide,          decide,        change_client, change_client,
          change_client, change_settings, make_label,    change_label,  change_label,
          remove_label,  write_message,   write_message, write_message, open_attachment,
          take_back,     take_back,       send_now,      put_away };
  Act act = { console, random, foyer_ledger_get_deeds (console->ledger)->len + 1 };

  return acts[foyer_random_below (random, G_N_ELEMENTS (acts))](&act);
}
