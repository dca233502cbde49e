/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-configuration-page.h"

#include "foyer-console-fixture.h"

G_BEGIN_DECLS

/**
 * FoyerConfigurationFixture:
 * @fixture: the desk
 * @window: in which the page is, and is seen
 * @page: with something to show on each of its pages
 *
 * Configuration as somebody who works there finds it: documents, domains, mails in the business's own words, what was
 * published, and what others submitted.
 */
typedef struct {
  FoyerConsoleFixture fixture;
  GtkWindow *window;
  FoyerConfigurationPage *page;
} FoyerConfigurationFixture;

/**
 * foyer_configuration_fixture_set_up:
 * @role: of whom sits at the desk: `admin`, `office` or `viewer`
 */
void foyer_configuration_fixture_set_up (FoyerConfigurationFixture *self, gconstpointer role);

/**
 * foyer_configuration_fixture_tear_down:
 */
void foyer_configuration_fixture_tear_down (FoyerConfigurationFixture *self, gconstpointer role);

/**
 * foyer_configuration_fixture_show:
 * @name: of a page
 *
 * Shows it with all of its rows open, laid out.
 */
void foyer_configuration_fixture_show (FoyerConfigurationFixture *self, const char *name);

/**
 * foyer_configuration_fixture_wait:
 *
 * Until everything has its size and place, which it gets with the next picture of the window.
 */
void foyer_configuration_fixture_wait (FoyerConfigurationFixture *self);

G_END_DECLS
