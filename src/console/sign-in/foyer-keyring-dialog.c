/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-keyring-dialog.c - what now, if the keyring does not keep the sign-in */

#include "foyer-keyring-dialog.h"

#include "foyer-keyring.h"

#include <glib/gi18n-lib.h>

static const char *
choose_heading (const GError *error)
{
  if (g_error_matches (error, FOYER_KEYRING_ERROR, FOYER_KEYRING_ERROR_LOCKED))
    return _ ("The Keyring Is Locked");
  if (g_error_matches (error, FOYER_KEYRING_ERROR, FOYER_KEYRING_ERROR_MISSING))
    return _ ("There Is No Keyring");
  return _ ("The Keyring Did Not Keep the Sign-In");
}

static const char *
choose_body (const GError *error)
{
  if (g_error_matches (error, FOYER_KEYRING_ERROR, FOYER_KEYRING_ERROR_LOCKED))
    return _ (
        "Foyer keeps sign-ins in the keyring and nowhere else. Unlock it and try again, or stay signed in "
        "for this session only: Foyer then asks again at the next start.");
  if (g_error_matches (error, FOYER_KEYRING_ERROR, FOYER_KEYRING_ERROR_MISSING))
    return _ (
        "Foyer keeps sign-ins in the keyring and nowhere else, and this computer has none. You can stay "
        "signed in for this session only: Foyer then asks again at the next start.");
  return _ (
      "Foyer keeps sign-ins in the keyring and nowhere else. Try again, or stay signed in for this session "
      "only: Foyer then asks again at the next start.");
}

static const char *
choose_loading_body (const GError *error)
{
  if (g_error_matches (error, FOYER_KEYRING_ERROR, FOYER_KEYRING_ERROR_MISSING))
    return _ (
        "Foyer keeps sign-ins in the keyring and nowhere else, and this computer has none. You can sign in "
        "for this session only, or work on without the server: what you do is kept and sent later.");
  return _ (
      "Your sign-in is in the keyring. Unlock it and try again, sign in for this session only, or work on "
      "without the server: what you do is kept and sent later.");
}

/* AdwMessageDialog went out of use in libadwaita 1.6; here is the one place that has to change when the baseline does. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
offer_trying_again (AdwMessageDialog *self)
{
  adw_message_dialog_add_response (self, FOYER_KEYRING_TRY_AGAIN, _ ("_Try Again"));
  adw_message_dialog_set_response_appearance (self, FOYER_KEYRING_TRY_AGAIN, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (self, FOYER_KEYRING_TRY_AGAIN);
}

GtkWidget *
foyer_keyring_dialog_new (GtkWindow *parent, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, choose_heading (error), choose_body (error));
  AdwMessageDialog *self = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_add_response (self, FOYER_KEYRING_SESSION_ONLY, _ ("_This Session Only"));
  offer_trying_again (self);
  adw_message_dialog_set_close_response (self, FOYER_KEYRING_SESSION_ONLY);
  return dialog;
}

GtkWidget *
foyer_keyring_dialog_new_for_loading (GtkWindow *parent, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, choose_heading (error), choose_loading_body (error));
  AdwMessageDialog *self = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_add_response (self, FOYER_KEYRING_LATER, _ ("_Work Offline"));
  adw_message_dialog_add_response (self, FOYER_KEYRING_SESSION_ONLY, _ ("_Sign In for This Session"));
  offer_trying_again (self);
  adw_message_dialog_set_close_response (self, FOYER_KEYRING_LATER);
  return dialog;
}

G_GNUC_END_IGNORE_DEPRECATIONS
