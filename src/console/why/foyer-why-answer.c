/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-why-answer.c - why somebody does not see what they should, worked out from what is on this computer */

#include "foyer-why-answer.h"

#include "foyer-portal-ghosts.h"
#include "foyer-settings.h"
#include "foyer-sync-memory.h"
#include "types/client.h"
#include "types/portal_link.h"
#include "types/portal_person.h"

#include <string.h>

typedef struct {
  FoyerStore *store;  /* (not owned): it runs the job */
  FoyerWhyCase asked; /* its pointers are the job's own; `page` is not there */
  FoyerPreviewScene *scene;
  JsonObject *draft; /* (nullable) */
  char *record_id;   /* (nullable): what the page is about */
  gboolean is_page;
  FoyerPageKind page;
  char **shown_ids; /* (nullable) */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  foyer_preview_scene_free (job->scene);
  g_clear_pointer (&job->draft, json_object_unref);
  g_free (job->record_id);
  g_strfreev (job->shown_ids);
  g_free (job);
}

/* The records of a case, which only borrows them. */
typedef struct {
  FoyerRecord *settings;
  FoyerRecord *draft;
  FoyerRecord *client;
  FoyerRecord *person;
  FoyerRecord *link;
  FoyerRecord *about;
} Records;

static void
clear_records (Records *records)
{
  g_clear_object (&records->settings);
  g_clear_object (&records->draft);
  g_clear_object (&records->client);
  g_clear_object (&records->person);
  g_clear_object (&records->link);
  g_clear_object (&records->about);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Records, clear_records)

static void
clear_answer (gpointer data)
{
  FoyerWhyAnswer *self = data;

  g_clear_pointer (&self->diagnosis, foyer_diagnosis_free);
  g_clear_pointer (&self->hidden, g_ptr_array_unref);
  g_clear_pointer (&self->ghosts, json_object_unref);
}

FoyerWhyAnswer *
foyer_why_answer_ref (FoyerWhyAnswer *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
foyer_why_answer_unref (FoyerWhyAnswer *self)
{
  g_atomic_rc_box_release_full (self, clear_answer);
}

/* What is drafted is part of the case even where it is looked at what is published. */
static gboolean
read_settings (FoyerRecordSource *source, const Job *job, Records *records, GError **error)
{
  g_autoptr (FoyerRecord) published = NULL;

  if (job->draft == NULL)
    return TRUE;
  published = foyer_settings_get (source, error);
  if (published == NULL)
    return FALSE;
  records->draft = foyer_preview_draft_settings (job->draft, published, error);
  if (records->draft != NULL && job->scene->draft != NULL)
    records->settings = g_object_ref (records->draft);
  return records->draft != NULL;
}

static gboolean
read_records (FoyerRecordSource *source, const Job *job, Records *records, GError **error)
{
  const FoyerRecordType *type = job->record_id == NULL ? NULL : foyer_record_type_of_id (job->record_id);

  return read_settings (source, job, records, error)
         && foyer_record_source_look_up (source, &foyer_client_type, job->scene->client_id, &records->client,
                                         error)
         && foyer_record_source_look_up (source, &foyer_portal_person_type, job->scene->person_id,
                                         &records->person, error)
         && foyer_record_source_look_up (source, &foyer_portal_link_type, job->scene->link_id, &records->link,
                                         error)
         && (type == NULL
             || foyer_record_source_look_up (source, type, job->record_id, &records->about, error));
}

static gboolean
work_out (FoyerWhyAnswer *answer, const Job *job, const FoyerDiagnosisCase *the_case, GError **error)
{
  if (job->asked.asks) {
    answer->diagnosis = foyer_diagnosis_run (the_case, job->asked.chain, error);
    if (answer->diagnosis == NULL)
      return FALSE;
  }
  answer->hidden = foyer_hidden_list (the_case, NULL, error);
  if (answer->hidden == NULL)
    return FALSE;
  if (job->asked.wants_ghosts && job->is_page) {
    answer->ghosts = foyer_portal_ghosts (the_case, job->page, job->record_id, error);
    return answer->ghosts != NULL;
  }
  return TRUE;
}

static gpointer
answer_in_worker (FoyerRecordSource *source, gpointer user_data, GError **error)
{
  const Job *job = user_data;
  g_auto (Records) records = { 0 };
  g_autoptr (FoyerWhyAnswer) answer = NULL;
  gint64 remembered;
  FoyerDiagnosisCase the_case;

  if (!foyer_sync_memory_look_up (job->store, &remembered, error)
      || !read_records (source, job, &records, error))
    return NULL;
  the_case = (FoyerDiagnosisCase){
    .source = source,
    .settings = records.settings,
    .draft = records.draft,
    .client = records.client,
    .person = records.person,
    .link = records.link,
    .about = records.about,
    .now = job->scene->moment != 0 ? job->scene->moment : job->asked.now,
    .data_at = MAX (remembered, job->asked.synced_at),
    .facts = { .invite_waiting_since = job->asked.invite_waiting_since,
               .offline_since = job->asked.offline_since,
               .shown_ids = (const char *const *) job->shown_ids },
  };
  answer = g_atomic_rc_box_new0 (FoyerWhyAnswer);
  return work_out (answer, job, &the_case, error) ? g_steal_pointer (&answer) : NULL;
}

/* `/visits/ID`, with whatever follows. */
static char *
find_record_id (const char *address)
{
  g_autofree char *path = address == NULL ? NULL : g_strndup (address, strcspn (address, "?#"));
  g_auto (GStrv) parts = path == NULL ? NULL : g_strsplit (path, "/", -1);

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++) {
    if (foyer_record_type_of_id (parts[i]) != NULL)
      return g_strdup (parts[i]);
  }
  return NULL;
}

void
foyer_why_answer_async (FoyerStore *store,
                        const FoyerWhyCase *the_case,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  Job *job = g_new0 (Job, 1);
  const FoyerPreviewAnswer *page = the_case->page;

  job->store = store;
  job->asked = *the_case;
  job->asked.page = NULL;
  job->scene = job->asked.scene = foyer_preview_scene_copy (the_case->scene);
  job->draft = job->asked.draft = the_case->draft == NULL ? NULL : json_object_ref (the_case->draft);
  job->record_id = find_record_id (the_case->address);
  job->asked.address = job->record_id;
  job->is_page = page != NULL && page->is_page;
  job->page = job->is_page ? page->made : FOYER_PAGE_HOME;
  if (job->is_page && page->view != NULL)
    job->shown_ids = foyer_portal_ghosts_list_shown (page->view);
  foyer_store_read_async (store, answer_in_worker, job, free_job, (GDestroyNotify) foyer_why_answer_unref,
                          cancellable, callback, user_data);
}

FoyerWhyAnswer *
foyer_why_answer_finish (FoyerStore *store, GAsyncResult *result, GError **error)
{
  return foyer_store_read_finish (store, result, error);
}
