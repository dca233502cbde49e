/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-keys.c - the only table of keys (product.md E5) */

#include "foyer-keys.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

static const FoyerKey keys[] = {
  { FOYER_KEYS_EVERYWHERE, "win.show-area::inbox", "<Control>1", N_ ("Show the Inbox") },
  { FOYER_KEYS_EVERYWHERE, "win.show-area::approvals", "<Control>2", N_ ("Show Approvals") },
  { FOYER_KEYS_EVERYWHERE, "win.show-area::clients", "<Control>3", N_ ("Show Clients & Access") },
  { FOYER_KEYS_EVERYWHERE, "win.show-area::configuration", "<Control>4", N_ ("Show Configuration") },
  { FOYER_KEYS_EVERYWHERE, "win.show-area::outbox", "<Control><Shift>o", N_ ("Show the Outbox") },
  { FOYER_KEYS_EVERYWHERE, "win.preview", "<Control><Shift>v", N_ ("See It as the Client Sees It") },
  { FOYER_KEYS_EVERYWHERE, "win.undo", "<Control>z", N_ ("Undo") },
  { FOYER_KEYS_EVERYWHERE, "win.redo", "<Control><Shift>z", N_ ("Redo") },
  { FOYER_KEYS_EVERYWHERE, "win.sync", "F5 <Control>r", N_ ("Sync Now") },
  { FOYER_KEYS_EVERYWHERE, "win.back", "<Alt>Left", N_ ("Back") },
  { FOYER_KEYS_EVERYWHERE, "win.toggle-sidebar", "F9", N_ ("Show or Hide the Sidebar") },
  { FOYER_KEYS_EVERYWHERE, "win.open-menu", "F10", N_ ("Main Menu") },
  { FOYER_KEYS_EVERYWHERE, "app.preferences", "<Control>comma", N_ ("Preferences") },
  { FOYER_KEYS_EVERYWHERE, "win.show-shortcuts", "<Control>question", N_ ("Keyboard Shortcuts") },
  { FOYER_KEYS_EVERYWHERE, "window.close", "<Control>w", N_ ("Close the Window") },
  { FOYER_KEYS_EVERYWHERE, "app.quit", "<Control>q", N_ ("Quit") },
  { FOYER_KEYS_LISTS, "list-pane.next", "j", N_ ("Next") },
  { FOYER_KEYS_LISTS, "list-pane.previous", "k", N_ ("Previous") },
  { FOYER_KEYS_LISTS, "list-pane.open", "Return", N_ ("Open") },
  { FOYER_KEYS_LISTS, "win.back", "Escape", N_ ("Back") },
  { FOYER_KEYS_LISTS, "win.undo", "z", N_ ("Undo") },
  { FOYER_KEYS_LISTS, "win.preview", "v", N_ ("See It as the Client Sees It") },
  { FOYER_KEYS_LISTS, "win.show-shortcuts", "question", N_ ("Keyboard Shortcuts") },
  { FOYER_KEYS_INBOX, "inbox.reply", "r", N_ ("Reply") },
  { FOYER_KEYS_INBOX, "inbox.note", "n", N_ ("Note") },
  { FOYER_KEYS_INBOX, "inbox.done", "e", N_ ("Done or Reopen") },
  { FOYER_KEYS_INBOX, "composer.send", "<Control>Return", N_ ("Send What Is Written") },
  { FOYER_KEYS_INBOX, "composer.attach", "<Control><Shift>a", N_ ("Attach Files") },
  { FOYER_KEYS_APPROVALS, "approvals.approve", "a", N_ ("Approve") },
  { FOYER_KEYS_APPROVALS, "approvals.decline", "d", N_ ("Decline") },
  { FOYER_KEYS_APPROVALS, "win.show-area::requests", "r", N_ ("Show Requests") },
  { FOYER_KEYS_REQUESTS, "request.take", "o", N_ ("Take On") },
  { FOYER_KEYS_REQUESTS, "request.resolve", "e", N_ ("Resolve") },
  { FOYER_KEYS_REQUESTS, "request.decline", "d", N_ ("Decline") },
  { FOYER_KEYS_CLIENTS, "access.invite", "i <Control>n", N_ ("Invite Somebody") },
  { FOYER_KEYS_CLIENTS, "access-keys.resend", "r", N_ ("Re-Send the Invite") },
  { FOYER_KEYS_CLIENTS, "access.copy-link", "y", N_ ("Copy a New Link") },
  { FOYER_KEYS_CLIENTS, "access-keys.revoke", "BackSpace Delete", N_ ("Revoke the Link") },
  { FOYER_KEYS_CONFIGURATION, "configuration.publish", "<Control>s", N_ ("Publish Changes") },
  { FOYER_KEYS_CONFIGURATION, "configuration.schedule", "<Control><Shift>s", N_ ("Publish Changes Later") },
  { FOYER_KEYS_CONFIGURATION, "configuration.find", "<Control>f", N_ ("Find a Setting") },
  { FOYER_KEYS_CONFIGURATION, "configuration.only-changed", "<Control><Shift>d",
    N_ ("Only What Is Changed") },
  { FOYER_KEYS_CONFIGURATION, "configuration.live-preview", "<Control><Shift>l", N_ ("Live Preview") },
  { FOYER_KEYS_CONFIGURATION, "configuration.inherit", "Delete <Alt>Delete",
    N_ ("Back to What Is Inherited") },
  { FOYER_KEYS_CONFIGURATION, "configuration.explain", "F1", N_ ("What Does This Do?") },
  { FOYER_KEYS_CONFIGURATION, "configuration.step(1)", "<Alt>Down", N_ ("Next Page") },
  { FOYER_KEYS_CONFIGURATION, "configuration.step(-1)", "<Alt>Up", N_ ("Previous Page") },
  { FOYER_KEYS_PREVIEW, "preview.person", "p", N_ ("Choose the Person") },
  { FOYER_KEYS_PREVIEW, "preview.client", "c", N_ ("Choose the Client") },
  { FOYER_KEYS_PREVIEW, "preview.why", "w", N_ ("Why Not?") },
  { FOYER_KEYS_PREVIEW, "preview.ghosts", "g", N_ ("What Would Stand Here") },
  { FOYER_KEYS_PREVIEW, "preview.frames::desktop", "1", N_ ("Desktop") },
  { FOYER_KEYS_PREVIEW, "preview.frames::phone", "2", N_ ("Phone") },
  { FOYER_KEYS_PREVIEW, "preview.frames::both", "3", N_ ("Side by Side") },
  { FOYER_KEYS_PREVIEW, "preview.place", "t", N_ ("Go to a Page of the Portal") },
  { FOYER_KEYS_PREVIEW, "preview.moment", "a", N_ ("At Which Moment") },
  { FOYER_KEYS_PREVIEW, "preview.pick-moment", "<Shift>a", N_ ("At Another Moment") },
  { FOYER_KEYS_PREVIEW, "preview.typical", "<Shift>t", N_ ("Show a Typical Client") },
  { FOYER_KEYS_PREVIEW, "preview.more", "<Shift>F10 Menu", N_ ("More") },
  { FOYER_KEYS_PREVIEW, "preview.dark", "l", N_ ("Light or Dark") },
  { FOYER_KEYS_PREVIEW, "preview.toggle-draft", "d", N_ ("Published or Drafted Settings") },
  { FOYER_KEYS_PREVIEW, "preview.source::both", "b", N_ ("Live and Draft Side by Side") },
  { FOYER_KEYS_PREVIEW, "preview.next", "bracketright", N_ ("Next Client of the List") },
  { FOYER_KEYS_PREVIEW, "preview.previous", "bracketleft", N_ ("Previous Client of the List") },
  { FOYER_KEYS_PREVIEW, "preview.outline", "o", N_ ("What Is on This Page") },
  { FOYER_KEYS_PREVIEW, "preview.open-in-browser", "<Control>o", N_ ("Open in a Browser") },
  { FOYER_KEYS_PREVIEW, "preview.print", "<Control>p", N_ ("Print") },
  { FOYER_KEYS_PREVIEW, "preview.save-picture", "<Control>s", N_ ("Save a Picture") },
  { FOYER_KEYS_PREVIEW, "preview.mask", "m", N_ ("Mask Personal Data") },
  { FOYER_KEYS_PREVIEW, "preview.copy-link", "y", N_ ("Copy a Link to This Preview") },
  { FOYER_KEYS_PREVIEW, "preview.copy-picture", "<Control>c", N_ ("Copy as Picture") },
  { FOYER_KEYS_OUTBOX, "outbox-keys.cancel", "Delete", N_ ("Cancel") },
  { FOYER_KEYS_OUTBOX, "outbox-keys.copy", "<Control>c", N_ ("Copy Details") },
  { FOYER_KEYS_OUTBOX, "outbox-keys.menu", "<Shift>F10 Menu", N_ ("What Can Be Done") },
};

const FoyerKey *
foyer_keys (guint *n_keys)
{
  *n_keys = G_N_ELEMENTS (keys);
  return keys;
}

const char *
foyer_key_scope_title (FoyerKeyScope scope)
{
  switch (scope) {
  case FOYER_KEYS_EVERYWHERE:
    return _ ("Everywhere");
  case FOYER_KEYS_LISTS:
    return _ ("In Lists");
  case FOYER_KEYS_INBOX:
    return _ ("In the Inbox");
  case FOYER_KEYS_APPROVALS:
    return _ ("In Approvals");
  case FOYER_KEYS_REQUESTS:
    return _ ("In Requests");
  case FOYER_KEYS_CLIENTS:
    return _ ("In Clients and Access");
  case FOYER_KEYS_CONFIGURATION:
    return _ ("In Configuration");
  case FOYER_KEYS_PREVIEW:
    return _ ("In the Preview");
  case FOYER_KEYS_OUTBOX:
    return _ ("In the Outbox");
  default:
    g_return_val_if_reached (NULL);
  }
}

const FoyerKey *
foyer_key_find (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    if (g_strcmp0 (keys[i].action, action) == 0)
      return &keys[i];
  }
  return NULL;
}

gboolean
foyer_key_is_letter (const char *trigger)
{
  guint key;
  GdkModifierType modifiers;

  return gtk_accelerator_parse (trigger, &key, &modifiers) && modifiers == 0
         && g_unichar_isgraph (gdk_keyval_to_unicode (key));
}

char *
foyer_key_label (const char *trigger)
{
  guint key;
  GdkModifierType modifiers;

  g_return_val_if_fail (gtk_accelerator_parse (trigger, &key, &modifiers), NULL);

  return gtk_accelerator_get_label (key, modifiers);
}

char *
foyer_key_tooltip (GObject *self, const char *action)
{
  const FoyerKey *key = foyer_key_find (action);
  g_auto (GStrv) triggers = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (key != NULL, NULL);

  triggers = g_strsplit (key->triggers, " ", -1);
  label = foyer_key_label (triggers[0]);
  /* Translators: what a button does, and its key. */
  return g_strdup_printf (_ ("%s (%s)"), _ (key->title), label);
}
