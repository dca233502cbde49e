/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-access-verbs.c - carries out what a person decides about who gets into a client's portal */

#include "foyer-access-verbs.h"

#include "foyer-act-submit.h"
#include "foyer-error-text.h"
#include "foyer-invite-dialog.h"
#include "foyer-own-rights.h"
#include "foyer-question-dialog.h"

#include "foyer-id.h"
#include "foyer-json.h"
#include "types/client.h"
#include "types/invite.h"
#include "types/portal_link.h"
#include "types/portal_person.h"
#include "types/portal_session.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _FoyerAccessVerbs {
  GObject parent_instance;

  /* Construct-time. */
  GtkWidget *place; /* not owned */
  GSimpleActionGroup *actions;
  GCancellable *cancellable;
  FoyerDesk *desk; /* (nullable): %NULL before it starts and after it has stopped */
  guint undo_seconds;

  /* State. */
  FoyerRecord *client; /* (nullable) */
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (FoyerAccessVerbs, foyer_access_verbs, G_TYPE_OBJECT)

enum {
  PROP_UNDO_SECONDS = 1,
  N_PROPERTIES,
};

enum { ACTED, SAID, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/*
 * What is done to one record by writing one member.
 *
 * @question: asked before, if it cannot simply be taken back
 * @value: (nullable): a word; %NULL takes the member out
 * @undone: said after it was taken back; without it nothing offers to
 * @is_yes: whether the member is a yes, and not a word
 */
typedef struct {
  const char *action;
  const FoyerRecordType *type;
  const char *member;
  const char *value;
  const char *question;
  const char *consequence;
  const char *go;
  const char *done;
  const char *undone;
  gboolean is_yes;
} Change;

static const Change changes[] = {
  { "revoke-invite", &foyer_invite_type, "status", "revoked", N_ ("Revoke the invite?"),
    N_ ("Its link stops working at once, also in a mail that is on its way. Another invite can be sent."),
    N_ ("Revoke"), N_ ("Invite revoked"), NULL },
  { "revoke-link", &foyer_portal_link_type, "status", "revoked", N_ ("Revoke the link?"),
    N_ ("It stops working at once, wherever it was sent, and stays dead. Whoever is signed in by it is "
        "signed "
        "out. A new one can be made."),
    N_ ("Revoke"), N_ ("Link revoked"), NULL },
  { "end-session", &foyer_portal_session_type, "status", "ended", NULL, NULL, NULL, N_ ("Session ended"),
    NULL },
  { "disable-person", &foyer_portal_person_type, "status", "disabled", N_ ("Disable this access?"),
    N_ ("It acts at once: their sessions end, and their links and sign-ins lead nowhere until the access is "
        "enabled again. Whoever had signed in before is told by email ten minutes later, unless it is "
        "enabled "
        "by then."),
    N_ ("Disable"), N_ ("Access disabled"), N_ ("The access is back") },
  { "enable-person", &foyer_portal_person_type, "status", "active", NULL, NULL, NULL, N_ ("Access enabled"),
    N_ ("The access is disabled again") },
  { "erase-person", &foyer_portal_person_type, "erase", NULL, N_ ("Erase this person for good?"),
    N_ ("Goes, and cannot be brought back: name, email address and phone number, the sign-in with its "
        "password, "
        "sessions, links and invites, and name, address and browser in signatures, mails and the log.\n\n"
        "Stays with the client, without the name: what was written, asked for, booked, decided and signed. "
        "Signatures still prove what was signed.\n\n"
        "Not reached: the name where somebody typed it into a text, mails that were handed over, backups, "
        "and "
        "what other computers' Outbox remembers of what was done."),
    N_ ("Erase"), N_ ("Erased"), NULL, TRUE },
  { "unlock", &foyer_portal_person_type, "lockedUntil", NULL, NULL, NULL, NULL, N_ ("Unlocked"), NULL },
};

static const Change *
find_change (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    if (g_str_equal (changes[i].action, action))
      return &changes[i];
  }
  g_return_val_if_reached (NULL);
}

static FoyerStore *
get_store (FoyerAccessVerbs *self)
{
  return foyer_desk_get_store (self->desk);
}

static void
say (FoyerAccessVerbs *self, const char *sentence)
{
  g_signal_emit (self, signals[SAID], 0, sentence);
}

static GtkWindow *
get_window (FoyerAccessVerbs *self)
{
  GtkRoot *root = gtk_widget_get_root (self->place);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* --- Submitting --- */

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerAccessVerbs) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerAct) act = foyer_act_submit_finish (FOYER_DESK (source), result, &error);
  g_autofree char *problem = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (act == NULL) {
    problem = foyer_error_describe (error);
    say (self, problem);
  } else if (act->undone == NULL) {
    say (self, act->done);
  } else {
    g_signal_emit (self, signals[ACTED], 0, act);
  }
}

static void
submit (FoyerAccessVerbs *self,
        const FoyerDeed *deed,
        JsonObject *patch,
        const char *done,
        const char *undone)
{
  FoyerAct *act
      = foyer_act_new (foyer_record_get_id (self->client), "clients", g_strdup (done), g_strdup (undone));

  foyer_act_submit_async (self->desk, deed, patch, act, self->cancellable, on_submitted, g_object_ref (self));
}

/* Security actions are never held (E4). */
static void
change (FoyerAccessVerbs *self, const Change *what, const char *id)
{
  g_autoptr (JsonObject) patch = json_object_new ();
  g_autoptr (FoyerRecord) record = foyer_store_get (get_store (self), what->type, id);
  const char *value = what->value;
  FoyerDeed deed = { FOYER_VERB_UPDATE, what->type, id, what->action, NULL, 0 };

  if (record == NULL)
    return;
  /* Whoever is erased is not remembered by what erased them. */
  deed.subject = what->type == &foyer_portal_person_type && !what->is_yes
                     ? foyer_portal_person_get_name (record)
                     : foyer_client_get_name (self->client);
  /* Who never finished is invited as before. */
  if (g_str_equal (what->action, "enable-person") && !FOYER_HAS (record, portal_person, registered_at)
      && !FOYER_HAS (record, portal_person, first_seen_at))
    value = "invited";
  if (what->is_yes)
    json_object_set_boolean_member (patch, what->member, TRUE);
  else if (value == NULL)
    json_object_set_null_member (patch, what->member);
  else
    json_object_set_string_member (patch, what->member, value);
  submit (self, &deed, patch, _ (what->done), what->undone == NULL ? NULL : _ (what->undone));
}

/* --- Changes that are asked about --- */

typedef struct {
  FoyerAccessVerbs *verbs;
  const Change *change; /* (nullable): %NULL for the portal as a whole */
  char *id;
} Question;

static void
free_question (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->verbs);
  g_free (question->id);
  g_free (question);
}

static void
switch_portal (FoyerAccessVerbs *self, const char *client_id, gboolean open)
{
  g_autoptr (JsonObject) patch = json_object_new ();
  g_autoptr (FoyerRecord) client = foyer_store_get (get_store (self), &foyer_client_type, client_id);
  const FoyerDeed deed = { FOYER_VERB_UPDATE,
                           &foyer_client_type,
                           client_id,
                           open ? "open-portal" : "close-portal",
                           client == NULL ? NULL : foyer_client_get_name (client),
                           0 };

  if (client == NULL)
    return;
  json_object_set_boolean_member (patch, "portalEnabled", open);
  submit (self, &deed, patch, open ? _ ("Portal opened") : _ ("Portal closed"),
          open ? _ ("The portal is closed again") : _ ("The portal is open again"));
}

static void
on_confirmed (Question *question)
{
  FoyerAccessVerbs *self = question->verbs;

  if (self->desk == NULL || self->client == NULL)
    return;
  if (question->change == NULL)
    switch_portal (self, question->id, FALSE);
  else
    change (self, question->change, question->id);
}

static void
ask (FoyerAccessVerbs *self,
     const Change *what,
     const char *id,
     const char *heading,
     const char *body,
     const char *go)
{
  GtkWindow *dialog = foyer_question_dialog_new (get_window (self), heading, body, _ ("Cancel"), go);
  Question *question = g_new0 (Question, 1);

  question->verbs = g_object_ref (self);
  question->change = what;
  question->id = g_strdup (id);
  g_signal_connect_data (dialog, "confirmed", G_CALLBACK (on_confirmed), question, free_question,
                         G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
on_change (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerAccessVerbs *self = user_data;
  const Change *what = find_change (g_action_get_name (G_ACTION (action)));
  const char *id = g_variant_get_string (parameter, NULL);

  if (self->desk == NULL || self->client == NULL)
    return;
  if (what->question == NULL)
    change (self, what, id);
  else
    ask (self, what, id, _ (what->question), _ (what->consequence), _ (what->go));
}

/* The state follows the record, and not the switch: who cancels sees it as it was. */
static void
on_portal (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  FoyerAccessVerbs *self = user_data;
  g_autofree char *heading = NULL;

  if (self->desk == NULL || self->client == NULL)
    return;
  if (g_variant_get_boolean (state)) {
    switch_portal (self, foyer_record_get_id (self->client), TRUE);
    return;
  }
  heading = g_strdup_printf (_ ("Close the portal of %s?"), foyer_client_get_name (self->client));
  ask (self, NULL, foyer_record_get_id (self->client), heading,
       _ ("It acts at once: everybody of theirs is signed out, and links and sign-ins lead nowhere until it "
          "is "
          "opened again."),
       _ ("Close"));
}

/* --- Invites --- */

/* A password that somebody set does not wait on this computer: it is forgotten when the server has it (004-24). */
static gint64
get_hold (FoyerAccessVerbs *self, gboolean has_password)
{
  return has_password ? 0 : self->undo_seconds * (gint64) G_USEC_PER_SEC;
}

static void
submit_invite (FoyerAccessVerbs *self, JsonObject *invite, const char *name, gboolean again)
{
  g_autofree char *id = foyer_id_new (foyer_invite_type.prefix, foyer_desk_get_clock (self->desk),
                                      foyer_store_get_random (get_store (self)));
  const FoyerDeed deed = { FOYER_VERB_CREATE,
                           &foyer_invite_type,
                           id,
                           again ? "resend" : "invite",
                           name,
                           get_hold (self, json_object_has_member (invite, "password")) };
  g_autofree char *done
      = g_strdup_printf (again ? _ ("Invite re-sent to %s") : _ ("Invite sent to %s"), name);
  g_autofree char *undone = g_strdup_printf (_ ("The invite to %s is not sent"), name);

  submit (self, &deed, invite, done, deed.hold == 0 ? NULL : undone);
}

typedef struct {
  FoyerAccessVerbs *verbs;
  JsonObject *invite;
  char *name;
} Inviting;

static void
on_person_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Inviting *inviting = user_data;
  g_autoptr (FoyerAccessVerbs) self = inviting->verbs;
  g_autoptr (JsonObject) invite = inviting->invite;
  g_autofree char *name = inviting->name;
  g_autoptr (GError) error = NULL;
  g_autofree char *operation_id = foyer_store_submit_finish (FOYER_STORE (source), result, &error);
  g_autofree char *problem = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL || self->client == NULL)
    return;
  if (operation_id != NULL) {
    submit_invite (self, invite, name, FALSE);
    return;
  }
  problem = foyer_error_describe (error);
  say (self, problem);
}

/* The person first: the invite waits for them, and leaves after them. */
static void
on_invite_confirmed (FoyerAccessVerbs *self, FoyerInviteDialog *dialog)
{
  const char *known = foyer_invite_dialog_get_person_id (dialog);
  g_autoptr (JsonObject) person = foyer_invite_dialog_make_person (dialog);
  g_autofree char *id = NULL;
  Inviting *inviting;

  if (self->desk == NULL || self->client == NULL)
    return;
  id = known != NULL ? g_strdup (known)
                     : foyer_id_new (foyer_portal_person_type.prefix, foyer_desk_get_clock (self->desk),
                                     foyer_store_get_random (get_store (self)));
  inviting = g_new0 (Inviting, 1);
  inviting->verbs = g_object_ref (self);
  inviting->invite = foyer_invite_dialog_make_invite (dialog, id);
  inviting->name = g_strdup (foyer_invite_dialog_get_name (dialog));
  if (person == NULL) {
    submit_invite (self, inviting->invite, inviting->name, FALSE);
    g_object_unref (inviting->verbs);
    json_object_unref (inviting->invite);
    g_free (inviting->name);
    g_free (inviting);
    return;
  }
  foyer_store_submit_async (get_store (self), known == NULL ? FOYER_VERB_CREATE : FOYER_VERB_UPDATE,
                            &foyer_portal_person_type, id, known == NULL ? "add-person" : "change",
                            inviting->name, person,
                            get_hold (self, foyer_invite_dialog_sets_password (dialog)), self->cancellable,
                            on_person_ready, inviting);
}

static void
ask_whom_to_invite (FoyerAccessVerbs *self, FoyerRecord *person, FoyerRecord *replaced)
{
  GtkWindow *dialog = foyer_invite_dialog_new (get_window (self), self->desk, self->client, person);

  if (replaced != NULL)
    foyer_invite_dialog_replace (FOYER_INVITE_DIALOG (dialog), replaced);
  g_signal_connect_object (dialog, "confirmed", G_CALLBACK (on_invite_confirmed), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
on_invite (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerAccessVerbs *self = user_data;

  if (self->desk != NULL && self->client != NULL)
    ask_whom_to_invite (self, NULL, NULL);
}

static void
on_invite_person (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerAccessVerbs *self = user_data;
  g_autoptr (FoyerRecord) person = NULL;

  if (self->desk == NULL || self->client == NULL)
    return;
  person
      = foyer_store_get (get_store (self), &foyer_portal_person_type, g_variant_get_string (parameter, NULL));
  if (person != NULL)
    ask_whom_to_invite (self, person, NULL);
}

/* A re-send is a new invite in the place of the old one (001-27). */
static void
on_resend (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const char *const kept[] = { "clientId", "personId", "delivery", "note", "include" };
  FoyerAccessVerbs *self = user_data;
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (FoyerRecord) invite = NULL;
  g_autoptr (FoyerRecord) person = NULL;
  g_autoptr (JsonObject) old = NULL;
  g_autoptr (JsonObject) again = json_object_new ();

  if (self->desk == NULL || self->client == NULL)
    return;
  invite = foyer_store_get (get_store (self), &foyer_invite_type, id);
  person = invite == NULL ? NULL
                          : foyer_store_get (get_store (self), &foyer_portal_person_type,
                                             foyer_invite_get_person_id (invite));
  if (person == NULL)
    return;
  /* The password is kept nowhere. */
  if (foyer_invite_get_delivery (invite) == FOYER_INVITE_DELIVERY_STAFF_PASSWORD) {
    ask_whom_to_invite (self, person, invite);
    return;
  }
  old = foyer_record_to_json (invite);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++) {
    JsonNode *value = json_object_get_member (old, kept[i]);

    if (value != NULL)
      json_object_set_member (again, kept[i], json_node_copy (value));
  }
  /* To where the person is now: a bounced address may have been put right. */
  if (foyer_portal_person_get_email (person) != NULL)
    json_object_set_string_member (again, "email", foyer_portal_person_get_email (person));
  json_object_set_string_member (again, "replacesId", id);
  submit_invite (self, again, foyer_portal_person_get_name (person), TRUE);
}

/* --- Secrets --- */

static void
on_issue_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerAccessVerbs) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *secret
      = foyer_sync_engine_issue_secret_finish (FOYER_SYNC_ENGINE (source), result, &error);
  g_autofree char *problem = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->busy = FALSE;
  if (secret == NULL) {
    problem = foyer_error_describe (error);
    say (self, problem);
    return;
  }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->place), secret);
  /* A password is no address. */
  say (self, strstr (secret, "://") != NULL ? _ ("New link copied; the old one is dead")
                                            : _ ("New password copied; the old one is dead"));
}

static void
copy (FoyerAccessVerbs *self, const char *id)
{
  FoyerSyncEngine *engine = self->desk == NULL ? NULL : foyer_desk_get_engine (self->desk);
  const FoyerRecordType *type = foyer_record_type_of_id (id);

  if (self->desk == NULL || self->busy || type == NULL)
    return;
  if (engine == NULL || !foyer_desk_is_online (self->desk)) {
    say (self, _ ("Only the server can make it, and it cannot be reached now."));
    return;
  }
  self->busy = TRUE;
  foyer_sync_engine_issue_secret_async (engine, type, id, self->cancellable, on_issue_ready,
                                        g_object_ref (self));
}

static void
on_copy (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  copy (user_data, g_variant_get_string (parameter, NULL));
}

static void
on_copy_link (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerAccessVerbs *self = user_data;

  if (self->client != NULL)
    copy (self, foyer_record_get_id (self->client));
}

/* --- The actions --- */

/* Also while nobody knows the role: the server says so then. */
static gboolean
may_erase (FoyerAccessVerbs *self)
{
  const FoyerField *field = foyer_record_type_field (&foyer_portal_person_type, "erase");
  g_autofree char *refusal
      = foyer_own_rights_refuse_field (self->desk, FOYER_STAFF_CHANGE, &foyer_portal_person_type, field);

  return refusal == NULL;
}

static void
update (FoyerAccessVerbs *self)
{
  g_autofree char *refusal = foyer_own_rights_refuse (self->desk, FOYER_STAFF_CHANGE, &foyer_invite_type);
  gboolean may = self->desk != NULL && self->client != NULL && refusal == NULL;
  gboolean open = self->client != NULL && foyer_client_get_portal_enabled (self->client);
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (self->actions));

  for (guint i = 0; names[i] != NULL; i++) {
    GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), names[i]);
    gboolean makes_link = g_str_equal (names[i], "copy-link");
    gboolean is_for_admins = g_str_equal (names[i], "erase-person");

    g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                                 may && (!makes_link || (open && foyer_desk_is_online (self->desk)))
                                     && (!is_for_admins || may_erase (self)));
    if (g_str_equal (names[i], "portal"))
      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (open));
  }
}

static void
on_store_changed (FoyerAccessVerbs *self, FoyerChangeSet *set)
{
  if (foyer_change_set_get_ids (set, &foyer_staff_member_type) != NULL)
    update (self);
}

static void
foyer_access_verbs_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerAccessVerbs *self = FOYER_ACCESS_VERBS (object);

  if (self->undo_seconds == g_value_get_uint (value))
    return;
  self->undo_seconds = g_value_get_uint (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_access_verbs_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, FOYER_ACCESS_VERBS (object)->undo_seconds);
}

static void
foyer_access_verbs_dispose (GObject *object)
{
  FoyerAccessVerbs *self = FOYER_ACCESS_VERBS (object);

  foyer_access_verbs_stop (self);
  g_clear_object (&self->actions);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->client);
  G_OBJECT_CLASS (foyer_access_verbs_parent_class)->dispose (object);
}

static void
foyer_access_verbs_class_init (FoyerAccessVerbsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = foyer_access_verbs_set_property;
  object_class->get_property = foyer_access_verbs_get_property;
  object_class->dispose = foyer_access_verbs_dispose;

  properties[PROP_UNDO_SECONDS]
      = g_param_spec_uint ("undo-seconds", NULL, NULL, 0, 60, 10,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[ACTED] = g_signal_new ("acted", FOYER_TYPE_ACCESS_VERBS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, FOYER_TYPE_ACT);
  signals[SAID] = g_signal_new ("said", FOYER_TYPE_ACCESS_VERBS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
foyer_access_verbs_init (FoyerAccessVerbs *self)
{
  static const GActionEntry entries[] = {
    { .name = "invite", .activate = on_invite },
    { .name = "copy-link", .activate = on_copy_link },
    { .name = "portal", .state = "false", .change_state = on_portal },
    { .name = "invite-person", .activate = on_invite_person, .parameter_type = "s" },
    { .name = "resend", .activate = on_resend, .parameter_type = "s" },
    { .name = "copy", .activate = on_copy, .parameter_type = "s" },
  };

  self->undo_seconds = 10;
  self->cancellable = g_cancellable_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    const GActionEntry entry = { .name = changes[i].action, .activate = on_change, .parameter_type = "s" };

    g_action_map_add_action_entries (G_ACTION_MAP (self->actions), &entry, 1, self);
  }
  update (self);
}

FoyerAccessVerbs *
foyer_access_verbs_new (GtkWidget *place)
{
  FoyerAccessVerbs *self = g_object_new (FOYER_TYPE_ACCESS_VERBS, NULL);

  self->place = place;
  return self;
}

GActionGroup *
foyer_access_verbs_get_actions (FoyerAccessVerbs *self)
{
  g_return_val_if_fail (FOYER_IS_ACCESS_VERBS (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

void
foyer_access_verbs_start (FoyerAccessVerbs *self, FoyerDesk *desk)
{
  g_return_if_fail (FOYER_IS_ACCESS_VERBS (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "notify::online", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (foyer_desk_get_store (desk), "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

void
foyer_access_verbs_look_at (FoyerAccessVerbs *self, FoyerRecord *client)
{
  g_return_if_fail (FOYER_IS_ACCESS_VERBS (self));

  g_set_object (&self->client, client);
  update (self);
}

void
foyer_access_verbs_stop (FoyerAccessVerbs *self)
{
  g_return_if_fail (FOYER_IS_ACCESS_VERBS (self));

  if (self->desk == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_signal_handlers_disconnect_by_data (self->desk, self);
  g_signal_handlers_disconnect_by_data (foyer_desk_get_store (self->desk), self);
  g_clear_object (&self->desk);
}
