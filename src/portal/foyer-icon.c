/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-icon.c - what the icons of the portal are drawn of */

#include "foyer-icon.h"

const FoyerIconShape foyer_icon_shapes[FOYER_N_ICONS] = {
  [FOYER_ICON_HOME] = { .path = "M4 11 12 4l8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z" },
  [FOYER_ICON_VISIT] = { .rect = { "4", "5", "16", "15", "2.5" }, .path = "M4 10h16M8 3v4M16 3v4" },
  [FOYER_ICON_QUOTE]
  = { .path = "M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8zM14 3v5h5M9 15l2 2 4-4" },
  [FOYER_ICON_INVOICE] = { .path = "M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6" },
  [FOYER_ICON_PAYMENT] = { .rect = { "3", "5", "18", "14", "2.5" }, .path = "M3 10h18M7 15h3" },
  [FOYER_ICON_PLAN] = { .path = "M12 3 5 6v5c0 5 3 8 7 10 4-2 7-5 7-10V6zM9 12l2 2 4-4" },
  [FOYER_ICON_REQUEST] = { .path = "M5 21V4h13l-3 4 3 4H5" },
  [FOYER_ICON_MESSAGE] = { .path = "M20 12a7 7 0 0 1-7 7H8l-4 2 1-4a7 7 0 0 1 6-12h2a7 7 0 0 1 7 7z" },
  [FOYER_ICON_DOCUMENT]
  = { .path = "M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8zM14 3v5h5M9 13h6M9 17h4" },
  [FOYER_ICON_PROPERTY]
  = { .circle = { "12", "10", "2.5" }, .path = "M12 21s7-6 7-11a7 7 0 0 0-14 0c0 5 7 11 7 11z" },
  [FOYER_ICON_EQUIPMENT] = { .path = "M14.5 6.5a4 4 0 0 1 5-3l-2.5 2.5 1 2 2 1 2.5-2.5a4 4 0 0 1-5.5 4.5L9 "
                                     "19a2.1 2.1 0 0 1-3-3l7.5-7.5a4 4 0 0 1 1-2z" },
  [FOYER_ICON_ADD] = { .path = "M12 5v14M5 12h14" },
  [FOYER_ICON_PERSON] = { .circle = { "12", "8", "4" }, .path = "M4.5 20c1-4 4-6 7.5-6s6.5 2 7.5 6" },
  [FOYER_ICON_SIGN_OUT]
  = { .flips = TRUE, .path = "M10 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h4M15 8l4 4-4 4M19 12H9" },
  [FOYER_ICON_SIGN] = { .path = "M4 20h4L19 9a2.8 2.8 0 0 0-4-4L4 16zM13 7l4 4" },
  [FOYER_ICON_CLOSE] = { .path = "M6 6l12 12M18 6 6 18" },
  [FOYER_ICON_FORWARD] = { .flips = TRUE, .path = "m9 5 7 7-7 7" },
  [FOYER_ICON_BACK] = { .flips = TRUE, .path = "m15 5-7 7 7 7" },
  [FOYER_ICON_MENU] = { .path = "M4 7h16M4 12h16M4 17h16" },
  [FOYER_ICON_LOCK] = { .rect = { "5", "10", "14", "11", "2.5" }, .path = "M8 10V7a4 4 0 0 1 8 0v3" },
  [FOYER_ICON_CLOCK] = { .circle = { "12", "12", "9" }, .path = "M12 7v5l3.5 2" },
  [FOYER_ICON_MAIL] = { .rect = { "3", "5", "18", "14", "2.5" }, .path = "m4 7 8 6 8-6" },
  [FOYER_ICON_PHONE] = { .path = "M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a2.5 2.5 0 0 1-3 2.5A17 17 0 "
                                 "0 1 3.5 6 2.5 2.5 0 0 1 6 3z" },
  [FOYER_ICON_DONE] = { .circle = { "12", "12", "9" }, .path = "m8 12.5 3 3 5-6" },
  [FOYER_ICON_FAILED] = { .circle = { "12", "12", "9" }, .path = "m9 9 6 6M15 9l-6 6" },
  [FOYER_ICON_WARNING] = { .path = "M12 4 2.5 20h19zM12 10v5M12 17.5v.01" },
  [FOYER_ICON_DOWNLOAD] = { .path = "M12 4v11M7 11l5 5 5-5M5 20h14" },
};
