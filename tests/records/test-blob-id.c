/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-blob-id.c - ids of blobs are their hash, and records say which they name */

#include "foyer-blob-id.h"

#include "foyer-json.h"
#include "types/message.h"
#include "types/organisation.h"

static void
test_id (void)
{
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) abc = g_bytes_new ("abc", 3);
  g_autofree char *of_empty = foyer_blob_id_of_bytes (empty);
  g_autofree char *of_abc = foyer_blob_id_of_bytes (abc);
  g_autofree char *checksum = NULL;

  g_assert_cmpstr (of_empty, ==, "B47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
  g_assert_cmpstr (of_abc, ==, "BungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
  g_assert_true (foyer_blob_id_is_valid (of_abc));
  checksum = foyer_blob_id_checksum (of_abc);
  g_assert_cmpstr (checksum, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_null (foyer_blob_id_checksum ("b"));
  g_assert_null (foyer_blob_id_checksum (NULL));
}

static void
test_form (void)
{
  static const char *const bad[] = { NULL,
                                     "",
                                     "B",
                                     "Bungwv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa",
                                     "Bungwv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa00",
                                     "Bungwv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa1",
                                     "Xungwv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0",
                                     "Bungwv48Bz/pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0",
                                     "B../../../../../../../../../../../../etc/pass" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (foyer_blob_id_is_valid (bad[i]));
}

static guint
count (const FoyerRecordType *type, const char *json)
{
  g_autoptr (JsonObject) record = foyer_json_parse_object (json, -1, NULL);
  g_autoptr (GHashTable) ids = foyer_record_type_list_blobs (type, record);

  return g_hash_table_size (ids);
}

static void
test_records (void)
{
  g_assert_cmpuint (count (&foyer_message_type, "{\"body\":\"Bx\"}"), ==, 0);
  g_assert_cmpuint (count (&foyer_message_type,
                           "{\"attachments\":[{\"blobId\":\"B1\"},{\"blobId\":\"B2\"},{\"blobId\":\"B1\"},"
                           "{\"name\":\"x\"},{\"blobId\":5}]}"),
                    ==, 2);
  g_assert_cmpuint (count (&foyer_organisation_type, "{\"logo\":\"https://example.com/logo.png\"}"), ==, 0);
  g_assert_cmpuint (count (&foyer_organisation_type, "{\"logo\":\"B1\",\"logoDark\":\"B2\"}"), ==, 2);
  g_assert_true (foyer_record_type_has_blobs (&foyer_message_type));
  g_assert_false (foyer_record_type_has_blobs (foyer_record_type_by_name ("Label")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/blob-id/is-the-hash", test_id);
  g_test_add_func ("/records/blob-id/form", test_form);
  g_test_add_func ("/records/blob-id/records", test_records);
  return g_test_run ();
}
