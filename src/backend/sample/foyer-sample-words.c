/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sample-words.c - names, places and work of the sample business */

#include "foyer-sample-words.h"

/* clang-format off */
const char *const foyer_sample_first_names[] = {
  "Ada", "Amir", "Anita", "Beatriz", "Bram", "Carla", "Cedric", "Chidi", "Clara", "Dmitri", "Dolores", "Elena",
  "Emeka", "Esther", "Farah", "Felix", "Gloria", "Gustav", "Hana", "Hugo", "Ines", "Isaac", "Jasmin", "Joel",
  "Kaito", "Kamala", "Leif", "Lucia", "Mateo", "Mina", "Nadia", "Nils", "Olga", "Omar", "Paula", "Quentin",
  "Rosa", "Ruben", "Salma", "Stefan", "Tamar", "Theo", "Uma", "Viktor", "Wanda", "Ximena", "Yusuf", "Zora",
  NULL,
};

const char *const foyer_sample_last_names[] = {
  "Abernathy", "Adeyemi", "Albrecht", "Aoki", "Barros", "Bellweather", "Castellan", "Crane", "Dahl", "Delacroix",
  "Eastman", "Fairbanks", "Ferreira", "Goldberg", "Grimsby", "Haddad", "Halloran", "Ibarra", "Ingram", "Jankowski",
  "Kessler", "Kowalczyk", "Larkspur", "Lindholm", "Marchetti", "Mbeki", "Nakamura", "Novak", "O'Rourke", "Okafor",
  "Pemberton", "Petrov", "Quill", "Ramsey", "Reinholt", "Sandoval", "Soto", "Tanaka", "Thistle", "Underwood",
  "Valdez", "Vasquez", "Wexford", "Whitlock", "Yamada", "Yoder", "Zapata", "Zeller",
  NULL,
};

const char *const foyer_sample_company_starts[] = {
  "Alderbrook", "Bluebird", "Cedar Lane", "Copper Kettle", "Driftwood", "Eastgate", "Ferncliff", "Goldfinch",
  "Hawthorne Row", "Ironbridge", "Juniper", "Kingfisher", "Lakeside", "Maple Court", "Northfork", "Old Mill",
  "Pinecrest", "Quarry Hill", "Redtail", "Silver Birch", "Tamarack", "Umber", "Violet Hill", "Willow Bend",
  NULL,
};

const char *const foyer_sample_company_ends[] = {
  "Apartments", "Bakery", "Books", "Brewing", "Chapel", "Clinic", "Dental", "Fitness", "Flats", "Gallery", "Hotel",
  "Kitchen", "Law Office", "Montessori", "Pharmacy", "Roasters", "Storage", "Studios", "Veterinary", "Woodworks",
  NULL,
};

const char *const foyer_sample_streets[] = {
  "Alder Hollow Road", "Applegate Crescent", "Barley Street", "Beacon Steps", "Birchwater Lane", "Bridgetower Avenue",
  "Candlewick Street", "Cloverfield Way", "Cobbler Street", "Dovecote Lane", "Elderflower Court", "Fernshaw Drive",
  "Fiddler Street", "Garnet Avenue", "Harbor Street", "Heronmere Road", "Hollyhock Lane", "Kestrel Loop",
  "Lantern Street", "Larkrise Avenue", "Lockkeeper Road", "Main Street", "Millrace Drive", "Nightingale Way",
  "Orchard Gate", "Osier Street", "Pepperwood Court", "Plumtree Avenue", "Quince Street", "Ropewalk", "Saddler Lane",
  "Sandpiper Drive", "Starling Street", "Tollgate Road", "Upland Terrace", "Vinegar Hill", "Wagon Wheel Road",
  "Weatherby Street", "Wickerbridge Lane", "Yarrow Street",
  NULL,
};

const char *const foyer_sample_sites[] = {
  "Main office", "Warehouse", "North building", "South building", "Annex", "Showroom", "Workshop", "Upper flat",
  NULL,
};

const char *const foyer_sample_agents[] = {
  "Safari on iPhone", "Chrome on Android", "Edge on Windows", "Firefox on Linux", "Chrome on Windows", "Safari on Mac",
  NULL,
};

const char *const foyer_sample_makers[] = {
  "Boreal", "Cascadia Comfort", "Emberline", "Halcyon Air", "Northstar", "Tradewind", NULL,
};

/* Name and what it is. */
const char *const foyer_sample_machines[] = {
  "Furnace|Gas, 80,000 BTU", "Furnace|Gas, 60,000 BTU", "Heat pump|Air source, 3 ton", "Rooftop unit|Heat pump, 5 ton",
  "Air conditioner|Split, 2.5 ton", "Boiler|Condensing, 120,000 BTU", "Thermostat|Two-stage", "Air handler|Variable speed",
  "Water heater|Heat pump, 50 gallon", NULL,
};

/* What clients write when they book. */
const char *const foyer_sample_notes[] = {
  "The furnace starts and stops every few minutes.",
  "Please ring the side bell, the front one is broken.",
  "We have a dog. She is friendly but loud.",
  "The filter light has been on since last week.",
  "Parking is behind the building, space 4.",
  "It smells a little burnt when it starts.",
  "Could you also look at the thermostat upstairs?",
  "Nobody is home before nine, please call first.",
  "The unit is on the roof, the key is at the desk.",
  "It has been making a rattling noise since Sunday.",
  NULL,
};

/* What clients ask for: subject and words. */
const char *const foyer_sample_wishes[] = {
  "Rooftop unit humming|It hums loudly, mostly in the morning. You can hear it two rooms away.",
  "Two filters missing after the visit|The crew replaced two filters, but there are four slots.",
  "Quote for smart thermostats|We would like four of them, one a floor. What would that cost with installation?",
  "Charged for a part we did not get|The invoice lists a flame sensor, but the report says it was only cleaned.",
  "Could this be done on a Saturday?|We are open all week and cannot close for a day.",
  "Uneven heat upstairs|The two back bedrooms never get above 64 degrees.",
  "Water under the furnace|There is a small puddle every morning. I put a towel there for now.",
  "Quote for a heat pump|Our furnace is from 2003. Would a heat pump work in this house?",
  "The window was missed|You came an hour and a half after the window ended.",
  "A smaller unit, please|The room is only 200 square feet, I think 2 tons are too much.",
  NULL,
};

/* Middle lines of long threads. */
const char *const foyer_sample_fillers[] = {
  "Thanks, that helps.", "Noted.", "I will check and come back to you.", "Here is the photo you asked for.",
  "It is doing it again this morning.", "Same as last week, only louder.", "The crew is aware of it.",
  "Could you send a picture of the label on the side?", "The label says model 4T-36, made in 2016.",
  "We ordered the part, it should be here on Thursday.", "The part arrived.", "Great, thank you!",
  "Our property manager will let you in.", "Please use the east entrance.", "The gate code has not changed.",
  "One more thing: the upstairs vent rattles.", "We can look at that on the same visit.", "Perfect.",
  "Is the price the same as last year?", "Yes, the plan price holds until you renew.", NULL,
};
/* clang-format on */

const FoyerSampleCity foyer_sample_cities[] = {
  { "Portland", "97209", 45531000, -122684000 },    { "Portland", "97214", 45514000, -122643000 },
  { "Portland", "97211", 45567000, -122639000 },    { "Beaverton", "97005", 45491000, -122803000 },
  { "Tigard", "97223", 45440000, -122777000 },      { "Lake Oswego", "97034", 45410000, -122683000 },
  { "Milwaukie", "97222", 45441000, -122618000 },   { "Gresham", "97030", 45511000, -122433000 },
  { "Oregon City", "97045", 45332000, -122568000 }, { "Hillsboro", "97124", 45539000, -122957000 },
};
const guint foyer_sample_n_cities = G_N_ELEMENTS (foyer_sample_cities);

const FoyerSampleService foyer_sample_services[] = {
  { "Furnace tune-up", "Cleaning, safety check and adjustment of one furnace.", 90, 11500, FALSE, 0,
    "heating", "#c64600", TRUE, FALSE,
    "Cleaned and tuned the furnace and tested the safety switches. It lights on the first try and holds the "
    "set "
    "temperature. No safety concerns.",
    "Flame sensor", 5600 },
  { "AC tune-up", "Coil cleaning, charge and airflow check of one air conditioner.", 90, 12900, FALSE, 0,
    "cooling", "#1a5fb4", TRUE, FALSE,
    "Cleaned both coils and the drain, checked charge and airflow. The supply air is 18 degrees colder than "
    "the "
    "room, as it should be.",
    "Drain line treatment", 2400 },
  { "Filter change", "Up to four filters, filters included.", 30, 6500, FALSE, 0, NULL, "#26a269", TRUE,
    FALSE,
    "Replaced the filters and noted the sizes on the cabinet. The old ones were about four months old.",
    "MERV 13 filter", 2850 },
  { "No-heat call-out", "Somebody comes to find out why it is cold.", 120, 18900, TRUE, 0, "heating",
    "#a51d2d", TRUE, FALSE,
    "Found a tripped limit switch behind a blocked filter. Cleared it, replaced the filter and ran three "
    "full "
    "cycles. Heat is back.",
    "Limit switch", 7400 },
  { "Thermostat installation", "Removal of the old thermostat, wiring and set-up of the new one.", 60, 14500,
    TRUE, 0, "electrical", "#9141ac", TRUE, FALSE,
    "Installed and configured the thermostat and showed how to set the schedule. Heating and cooling both "
    "tested.",
    "Smart thermostat", 18900 },
  { "Rooftop unit replacement", "Removal of the old unit, crane, placement and start-up of the new one.", 480,
    748000, TRUE, 200000, "cooling", "#613583", FALSE, FALSE,
    "Replaced the rooftop unit and recovered the old refrigerant. The new unit runs within the maker's "
    "limits.",
    "Crane and placement", 95000 },
  { "Duct inspection", "A look into the ducts with a camera, and a report.", 0, 9900, TRUE, 0, NULL,
    "#63452c", FALSE, FALSE,
    "Inspected all supply and return ducts. Two joints in the crawl space leak and should be sealed.",
    "Duct sealing", 32000 },
  { "Boiler descaling", "No longer offered.", 120, 21000, FALSE, 0, "heating", NULL, FALSE, TRUE,
    "Descaled the heat exchanger and tested the pressure.", "Descaling agent", 4500 },
};
const guint foyer_sample_n_services = G_N_ELEMENTS (foyer_sample_services);

const FoyerSampleTalk foyer_sample_talks[] = {
  { "Noise from the furnace",
    "Hi, our furnace makes a rattling noise when it starts. Is that something to worry about?\n"
    "Hello {client}, thanks for writing. A short rattle is usually a loose panel. Does it stop after a "
    "minute?\n"
    "It goes on for about five minutes, then it is quiet.\n"
    "Then we should look at it. I can offer {day} between 9 and 11 AM.\n"
    "{day} works, thank you." },
  { "Time of the next visit", "When is somebody coming this week? I could not find the mail.\n"
                              "Good morning {client}, {crew} will be with you on {day}, between 1 and 3 PM.\n"
                              "Great. I will leave the side door open." },
  { "Question about invoice {invoice}",
    "Why is there a line for a filter on the last invoice? I thought it is part of the plan.\n"
    "Hello {client}, the plan covers one set a year, this was the second. I can show you the visit report.\n"
    "Ah, right, we asked for that. I will pay it today.\n"
    "Thank you!" },
  { "Thermostat shows E4",
    "The thermostat shows E4 and nothing happens when I press anything.\n"
    "Please switch the furnace off at the red switch for one minute and on again. Does E4 come back?\n"
    "It is gone for now, but it was gone yesterday, too, and came back.\n"
    "Then it is the wiring. {crew} can come on {day} in the morning.\n"
    "Yes please." },
  { "Who can let you in", "I am away next week. Can my neighbour let you in?\n"
                          "Of course. Please send us a name and a phone number.\n"
                          "Her name is Greta, number (503) 555-0177.\n"
                          "Noted, we will call her half an hour before." },
  { "Humming on the roof",
    "The unit on the roof is humming loudly again. It started over the weekend. Photo from this morning.\n"
    "Thanks {client}, that helps. It looks like the condenser fan. Is it humming all the time, or only when "
    "it "
    "starts?\n"
    "All the time. You can hear it in two rooms.\n"
    "Understood. I asked for {day} for the repair." },
  { "Moving our appointment", "Something came up on {day}. Could we move the visit to the week after?\n"
                              "No problem. Would the same day a week later suit you, between 9 and 11 AM?\n"
                              "Perfect." },
  { "Renewal of the plan", "Does our plan renew by itself?\n"
                           "Yes, at the same price. You can end it any time before the renewal date.\n"
                           "Good, we want to keep it. The crew is always on time." },
  { "Cold upstairs",
    "The two rooms upstairs stay cold even when the heat runs all night.\n"
    "That sounds like a closed damper or a leaking duct. Can you feel air from the vents up there?\n"
    "Very little from one, nothing from the other.\n"
    "We will send {crew} with the camera. Is {day} all right?\n"
    "Yes, any time before noon.\n"
    "Booked, 9 to 11 AM. You will get a confirmation." },
  { "Thank you", "Just wanted to say that {crew} did a great job and left everything clean.\n"
                 "That is kind of you, {client}. I passed it on, it made somebody's day." },
};
const guint foyer_sample_n_talks = G_N_ELEMENTS (foyer_sample_talks);
