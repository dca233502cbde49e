/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mail-names.c - what the office calls mails and what stands in them */

#include "foyer-mail-names.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const char *name;
  const char *title;
} Name;

/* In the order of #FoyerTemplateKind. */
static const struct {
  const char *title;
  const char *occasion;
} kinds[] = {
  { N_ ("Invite"), N_ ("When you invite somebody to the portal") },
  { N_ ("Sign-in link"), N_ ("When somebody asks for a link to sign in by") },
  { N_ ("Estimate"), N_ ("When an estimate is sent") },
  { N_ ("Invoice"), N_ ("When an invoice is ready") },
  { N_ ("Appointment confirmation"), N_ ("When you approve a booking") },
  { N_ ("Booking received"), N_ ("When a booking waits for your answer") },
  { N_ ("Booking declined or other time"), N_ ("When you cannot come at the time that was asked for") },
  { N_ ("Answer to a request"), N_ ("When you answer or close a request") },
  { N_ ("Access ended"), N_ ("Ten minutes after you disabled somebody’s access") },
};

static const Name placeholders[] = {
  { "address", N_ ("Email address to sign in with") },
  { "amount", N_ ("Amount") },
  { "calendar", N_ ("Link for their calendar") },
  { "client", N_ ("Client") },
  { "code", N_ ("Code") },
  { "crew", N_ ("Who comes") },
  { "date", N_ ("Date") },
  { "leaflet", N_ ("Link to your leaflet") },
  { "link", N_ ("Link of this mail") },
  { "message", N_ ("Your message") },
  { "minutes", N_ ("Minutes that it works") },
  { "name", N_ ("Reader’s name") },
  { "note", N_ ("Your note") },
  { "number", N_ ("Number") },
  { "organisation", N_ ("Your business") },
  { "phone", N_ ("Your phone number") },
  { "portal", N_ ("Address of the portal") },
  { "service", N_ ("Work") },
  { "site", N_ ("Site") },
  { "window", N_ ("Time window") },
};

static const Name blocks[] = {
  { "booking", N_ ("Only if clients can book") },
  { "pay", N_ ("Only if they can pay online") },
  { "quotes", N_ ("Only if they can approve estimates") },
  { "requests", N_ ("Only if they can send requests") },
  { "sign-in", N_ ("Only if they can sign in") },
};

const char *
foyer_mail_kind_title (FoyerMailKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds), NULL);

  return _ (kinds[kind].title);
}

const char *
foyer_mail_kind_occasion (FoyerMailKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds), NULL);

  return _ (kinds[kind].occasion);
}

static const char *
find_title (const Name *names, guint n_names, const char *name)
{
  for (guint i = 0; i < n_names; i++) {
    if (g_str_equal (names[i].name, name))
      return _ (names[i].title);
  }
  g_return_val_if_reached (name);
}

const char *
foyer_mail_placeholder_title (const char *name)
{
  return find_title (placeholders, G_N_ELEMENTS (placeholders), name);
}

const char *
foyer_mail_block_title (const char *name)
{
  return find_title (blocks, G_N_ELEMENTS (blocks), name);
}
