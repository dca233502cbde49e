/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-settings-impact.c - whom a change of settings touches, found out beside the main thread */

#include "foyer-settings-impact.h"

#include "types/client.h"
#include "types/portal_person.h"

typedef struct {
  FoyerRecord *live;
  FoyerRecord *draft;
  char *address; /* (nullable): of whom it is asked alone */
  gboolean everybody;
  gint64 now;
  GCancellable *cancellable; /* (nullable) */
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_object_unref (question->live);
  g_object_unref (question->draft);
  g_clear_object (&question->cancellable);
  g_free (question->address);
  g_free (question);
}

static void
clear_impact (gpointer data)
{
  FoyerSettingsImpact *impact = data;

  g_array_unref (impact->people);
  g_string_chunk_free (impact->texts);
}

static void
drop_impact (gpointer data)
{
  foyer_settings_impact_unref (data);
}

/* --- On the reading thread --- */

typedef struct {
  char *key;
  FoyerSignInPerson *person;
} Named;

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const Named *) a)->key, ((const Named *) b)->key);
}

static void
clear_named (gpointer data)
{
  g_free (((Named *) data)->key);
}

static GArray *
sort_by_name (GPtrArray *people)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (Named), people->len);

  g_array_set_clear_func (sorted, clear_named);
  for (guint i = 0; i < people->len; i++) {
    FoyerSignInPerson *person = people->pdata[i];
    const char *name = foyer_portal_person_get_name (person->person);
    Named named = { .key = g_utf8_collate_key (name == NULL ? "" : name, -1), .person = person };

    g_array_append_val (sorted, named);
  }
  g_array_sort (sorted, compare_names);
  return sorted;
}

static const char *
keep (FoyerSettingsImpact *impact, const char *text)
{
  return text == NULL ? NULL : g_string_chunk_insert_const (impact->texts, text);
}

static void
add_person (FoyerSettingsImpact *impact, const FoyerSignInPerson *person)
{
  FoyerTouchedPerson touched = { .name = keep (impact, foyer_portal_person_get_name (person->person)),
                                 .client_name = keep (impact, foyer_client_get_name (person->client)),
                                 .reason = keep (impact, person->reason),
                                 .change = foyer_sign_in_person_change (person),
                                 .ways = person->after };

  g_array_append_val (impact->people, touched);
  impact->n_lost += touched.change == FOYER_SIGN_IN_LOST;
  impact->n_gained += touched.change == FOYER_SIGN_IN_GAINED;
  impact->n_foreign += touched.change == FOYER_SIGN_IN_LOST && person->is_foreign;
}

static FoyerSettingsImpact *
create_impact (void)
{
  FoyerSettingsImpact *impact = g_atomic_rc_box_new0 (FoyerSettingsImpact);

  impact->people = g_array_new (FALSE, FALSE, sizeof (FoyerTouchedPerson));
  impact->texts = g_string_chunk_new (4096);
  return impact;
}

static GPtrArray *
ask_all (FoyerRecordSource *source, Question *question, GError **error)
{
  g_autoptr (FoyerSignInSurvey) survey = foyer_sign_in_survey_new (source, question->live, question->draft,
                                                                   question->everybody, question->now, error);
  gboolean more = survey != NULL;

  while (more) {
    if (g_cancellable_set_error_if_cancelled (question->cancellable, error)
        || !foyer_sign_in_survey_step (survey, &more, error))
      return NULL;
  }
  return survey == NULL ? NULL : foyer_sign_in_survey_take (survey);
}

static gpointer
find_out_in_worker (FoyerRecordSource *source, gpointer user_data, GError **error)
{
  Question *question = user_data;
  g_autoptr (FoyerSettingsImpact) impact = create_impact ();
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GArray) sorted = NULL;

  impact->concerns = foyer_sign_in_survey_concerns (question->live, question->draft);
  if (!impact->concerns && !question->everybody && question->address == NULL)
    return g_steal_pointer (&impact);
  people = question->address == NULL ? ask_all (source, question, error)
                                     : foyer_sign_in_survey_address (source, question->draft,
                                                                     question->address, question->now, error);
  if (people == NULL)
    return NULL;
  sorted = sort_by_name (people);
  for (guint i = 0; i < sorted->len; i++)
    add_person (impact, g_array_index (sorted, Named, i).person);
  return g_steal_pointer (&impact);
}

/* --- On the main thread --- */

static Question *
create_question (FoyerRecord *live, FoyerRecord *draft, gint64 now, GCancellable *cancellable)
{
  Question *question = g_new0 (Question, 1);

  question->live = g_object_ref (live);
  question->draft = g_object_ref (draft);
  question->now = now;
  question->cancellable = cancellable == NULL ? NULL : g_object_ref (cancellable);
  return question;
}

void
foyer_settings_impact_async (FoyerStore *store,
                             FoyerRecord *live,
                             FoyerRecord *draft,
                             gboolean everybody,
                             gint64 now,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Question *question = create_question (live, draft, now, cancellable);

  question->everybody = everybody;
  foyer_store_read_async (store, find_out_in_worker, question, free_question, drop_impact, cancellable,
                          callback, user_data);
}

void
foyer_settings_impact_ask_address_async (FoyerStore *store,
                                         FoyerRecord *draft,
                                         const char *address,
                                         gint64 now,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  Question *question = create_question (draft, draft, now, cancellable);

  question->address = g_strdup (address);
  foyer_store_read_async (store, find_out_in_worker, question, free_question, drop_impact, cancellable,
                          callback, user_data);
}

FoyerSettingsImpact *
foyer_settings_impact_finish (FoyerStore *store, GAsyncResult *result, GError **error)
{
  return foyer_store_read_finish (store, result, error);
}

FoyerSettingsImpact *
foyer_settings_impact_ref (FoyerSettingsImpact *impact)
{
  return g_atomic_rc_box_acquire (impact);
}

void
foyer_settings_impact_unref (FoyerSettingsImpact *impact)
{
  if (impact != NULL)
    g_atomic_rc_box_release_full (impact, clear_impact);
}

GPtrArray *
foyer_settings_impact_list (const FoyerSettingsImpact *impact, FoyerSignInChange change)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < impact->people->len; i++) {
    FoyerTouchedPerson *person = &g_array_index (impact->people, FoyerTouchedPerson, i);

    if (person->change == change)
      g_ptr_array_add (list, person);
  }
  return list;
}

GPtrArray *
foyer_settings_impact_list_by_way (const FoyerSettingsImpact *impact, FoyerSignInMethod method)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < impact->people->len; i++) {
    FoyerTouchedPerson *person = &g_array_index (impact->people, FoyerTouchedPerson, i);

    if ((person->ways & (1u << method)) != 0)
      g_ptr_array_add (list, person);
  }
  return list;
}
