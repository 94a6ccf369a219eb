"""What a name gives away about the trade: word patterns, each with the OpenStreetMap key that stands for the trade.

Half the rows carry only a broad category ("offices", "doctors"), and some OSM keys are as broad (a sports centre may be
a swimming pool). The first pattern that fits the folded name decides, so the special comes before the general.
Patterns begin at the start of a word; those that must also end there say so.
"""

import re

Hints = tuple[tuple[re.Pattern, str], ...]


def _hints(table: str) -> Hints:
    """One hint a line: the OSM key, then the patterns, apart by spaces; `_` in a pattern stands for a space."""
    hints = []
    for line in table.strip().splitlines():
        key, *patterns = line.split()
        alternatives = "|".join(pattern.replace("_", " ") for pattern in patterns)
        hints.append((re.compile(rf"\b(?:{alternatives})"), key))
    return tuple(hints)


PRACTICE = _hints(r"""
amenity=dentist                     \w*zahn dental dentist \w*kieferortho mund_kiefer oralchir dent\b
healthcare=psychotherapist          \w*psych systemische
healthcare:speciality=paediatrics   kinderarzt kinderaerzt kinder_und_jugend paediat padiat kinderchir
amenity=veterinary                  tierarzt tieraerzt tierklinik kleintierpraxis
healthcare=midwife                  hebamme geburtshaus
healthcare:speciality=gynaecology   frauenarzt frauenaerzt frauenheil gynaek geburtsh
healthcare:speciality=ophthalmology augen\w*
healthcare:speciality=orthopaedics  orthop unfall\w*chir \w*chirurg
healthcare=dialysis                 dialyse nieren nephro
healthcare:speciality=general       hausarzt\w* hausaerzt\w* allgemeinmed
healthcare:speciality=urology       hno\b hals_nasen haut dermat \w*urolog kardio neurolog nerven radiolog
healthcare:speciality=urology       roentgen gastro onkolog strahlen
healthcare:speciality=radiology     angiolog pneumo lungen diabet rheuma endokrin allergo infektio diagnosti
healthcare:speciality=radiology     facharzt fachaerzt
healthcare=physiotherapist          \w*physio krankengymn osteopath ergotherap logopaed therapiezentrum reha\w*
healthcare=podiatrist               podolog fusspfleg
healthcare=alternative              heilprakt naturheil akupunkt tcm\b homoeopath
shop=medical_supply                 sanitaetshaus
healthcare=nurse                    \w*pflege palliativ
amenity=clinic                      mvz\b aerztehaus gesundheitszentrum gesundheits_zentrum \w*klinik\w*
amenity=clinic                      medizinisches_versorgungs
""")

SNACKS = _hints(r"""
amenity=ice_cream                   gelat eiscafe eisdiele
shop=bakery                         \w*baecker backshop brot\b
amenity=restaurant                  restaurant trattoria ristorante
amenity=cafe                        dunkin coffee
""")

KITCHENS = _hints(r"""
cuisine=kebab                       \w*doener\w* \w*kebap\w* \w*kebab\w* \w*koefte\w* dueruem goezleme lahmacun
cuisine=falafel                     \w*falafel sch?awarma \w*shawarma \w*shawerma halloumi humm?us
cuisine=pizza                       \w*pizza\w* \w*pizzeri\w*
cuisine=burger                      \w*burger\w* mc_?donald
cuisine=sushi                       \w*sushi\w*
cuisine=ramen                       \w*ramen\b udon izakaya japan\w*
cuisine=vietnamese                  viet\w* saigon ha_?noi hanoi \w*banh_mi pho\b
cuisine=chinese                     china\w* chines\w* peking shanghai sichuan
cuisine=thai                        thai\w* bangkok
cuisine=korean                      korea\w* seoul bibimbap kimchi
cuisine=asian                       asia\w* wok\b
cuisine=indian                      india\w* indisch\w* tandoori masala\w* bombay curry_house punjab\w* ganesha
cuisine=italian                     trattoria osteria ristorante pasta italia\w* italienisch\w*
cuisine=greek                       taverna griech\w* \w*gyros greek souvlaki
cuisine=lebanese                    libanes\w* liban\w* beirut syrisch\w* damas\w* aleppo orient\w* arabisch\w*
cuisine=persian                     persisch\w* persia\w* iran\w* afghan\w*
cuisine=turkish                     ocakbasi\w* lokanta\w* tuerkisch\w* anadolu anatol\w* sofra\w* mangal
cuisine=mexican                     mexic\w* mexik\w* taco\w* taqueria burrito\w* cantina
cuisine=tapas                       tapas bodega spanisch\w*
cuisine=croatian                    balkan\w* kroat\w* cevap\w* dalmat\w*
cuisine=african                     afri\w* aethiop\w* ethiop\w* sudan\w* eritre\w*
cuisine=german                      wirtshaus gasthaus gasthof ratskeller
""")

SHOPS = _hints(r"""
shop=convenience                    \w*spaet sp_ti \w*kiosk minimarkt mini_market late_night
amenity=internet_cafe               internet callshop call_shop
shop=pastry                         baklava patisserie konditor
shop=bakery                         backshop back_shop baecker bakery
shop=coffee                         roesterei
shop=beverages                      \w*getraenke drinks
shop=health_food                    bio\b bioase biomarkt naturkost unverpackt
shop=international                  afro\w* asia\b asien orient tropical african
shop=deli                           antipast feinkost
shop=newsagent                      lotto tabak presse zeitung
shop=supermarket                    supermarkt gida\b lebensmittel
""")

OFFICES = _hints(r"""
office=tax_advisor                  \w*steuerberat steuerkanzlei lohnsteuer buchhalt steuerbuero
office=tenant_union                 mieterverein mieterschutz mietergemeinschaft mietervereinigung mieterbund
office=quango                       quartiersmanag quartiersbuero quartierbuero quartierb kiezbuero
office=quango                       gebietsbetreuung
office=political_party              \w*buergerbuero wahlkreis abgeordnet spd\b cdu\b fdp\b die_gruenen
office=political_party              die_linke buendnisgruen jusos
office=religion                     kirch \w*kirchen pfarr superintend evangelisch katholisch islam moschee
office=religion                     gemeindebuero ev_kirch
landuse=allotments                  kga\b kgv\b kolonie kleingaert kleingart schrebergaert bezirksverband
club=sport                          \w*sportverein \w*sportclub turnverein
amenity=kindergarten                kita\b kinderladen kindergarten
office=association                  \w*kulturinstitut e_v\b ev\b \w*vereinigung \w*verband\b \w*stiftung \w*verein\b
office=association                  gewerkschaft initiative netzwerk ggmbh gemeinnuetzig
office=lawyer                       \w*anwalt\w* \w*anwaelt\w* \w*notar \w*kanzlei rechtsberat
office=advertising_agency           \w*werbung werbeagentur
office=government                   buergeramt \w*bezirksamt jobcenter agentur_fuer_arbeit arbeitsagentur
office=government                   bundesagentur ministerium \w*ministerium botschaft konsulat senats
office=government                   (?!ehrenamt)\w+amt\b (?!ehrenamt)\w+amtes\b behoerde rathaus polizei
office=government                   jugendberufsagentur rentenversicherung
office=insurance                    \w*versicher allianz ergo\b axa\b huk\b devk\b lvm\b barmenia\w* debeka
office=insurance                    generali signal_iduna wuerttembergische
office=insurance                    aok\b barmer\b dak\b \w*krankenkasse feuersozietaet generalagentur
office=insurance                    helvetia provinzial
office=estate_agent                 \w*immobilien immo\b \w*hausverwalt wohnungsbau wohnungsgen wohnungsges
office=estate_agent                 wohnungsver wohnungsunter
office=estate_agent                 degewo gewobag howoge gesobau stadt_und_land covivio vonovia
office=estate_agent                 deutsche_wohnen von_poll re_max
office=architect                    \w*architek stadtplan \w*planung\b landschaftsplan ingenieur dipl_ing
office=architect                    statik bauphysik umwelttechnik geo\w*
amenity=coworking_space             \w*cowork gemeinschaftsbuero gemeinschaftabuero buerogemeinschaft wework
amenity=coworking_space             impact_hub design_offices
tourism=hotel                       hotel pension\b hostel ferienwohn monteurzimmer
office=travel_agent                 reise\w* tours\b travel stadtfuehr
sport=yoga                          \w*yoga pilates
amenity=art_school                  kunstschule malschule
amenity=music_school                musikschule
amenity=language_school             sprachschule deutschkurs sprachkurs
amenity=prep_school                 nachhilfe lernhilfe
amenity=driving_school              fahrschule
office=educational_institution      akademie academy bildung\w* \w*bildungs\w* weiterbildung hochschule
office=educational_institution      schulung \w*training\b
office=coach                        coach\w* supervision mediation trainer \w*trainerin
office=vehicle_inspection           kfz\b \w*gutacht zulassung \w*kennzeichen auto_assist
craft=photographer                  foto\w* photograph\w* photo\b
office=publisher                    verlag redaktion presse
office=film_production              film\w* video\w* \w*film \w*postprodu[kc]tion \w*synchron
office=sound                        sound\b tonstudio audio
craft=screen_printing               textildruck druckerei siebdruck \w*druck\b
shop=laundry                        mietwaesche waescherei textile_mietsysteme
shop=hairdresser                    friseur
shop=beauty                         kosmetik\w*
shop=beads                          perlen bastel\w*
craft=caterer                       \w*catering partyservice
shop=bakery                         brot$
office=moving_company               umzug umzuege \w*umzug spedition \w*logisti \w*transporte?\b kurier
amenity=taxi                        taxi
office=security                     security sicherheits\w* \w*schutzdienst wachschutz
office=fire_protection              feuerschutz brandschutz
craft=plumber                       sanitaer heizung\w* versorgungstechnik rohr\w* klempner
craft=electrician                   elektro\w*
craft=cleaning                      \w*reinigung hausmeister facility aufzug\w*
craft=roofer                        dach\w*
craft=builder                       bau\b \w*bau_gmbh hochbau tiefbau bauschutz bauabfall \w*sanierung
craft=builder                       handwerker\w* baugeschaeft
office=nursing_service              \w*pflege\w* sozialstation
amenity=doctors                     arzt\w* \w*arztpraxis mvz\b
healthcare=psychotherapist          psycho\w* \w*therapeut systemische
healthcare=physiotherapist          physio\w* ergotherap logopaed therapie\w*
healthcare=midwife                  hebamme\w* geburtshaus
healthcare=podiatrist               podolog\w* fusspfleg
healthcare=alternative              naturheil\w* heilprakt
healthcare=dialysis                 dialyse
amenity=dentist                     zahn\w*
office=therapist                    praxis \w*praxis\b
office=consulting                   unternehmensberat \w*consult business \w*management personalentwick
office=financial                    finanz \w*finanz vermoegensberat
office=recruitment                  \w*personal\w* zeitarbeit \w*jobvermittl job\b headhunter
shop=interior_decoration            einrichtungsberat
office=advice                       \w*hilfe\b sozial\w* caritas diakonie johanniter \w*betreuung\w* betreut
office=advice                       \w*fluecht migrat gewalt sucht\w* schuldner beratungsstelle jugendhilfe
office=advice                       selbst\w*einrichtung perspektiven
craft=artist                        atelier skulptur \w*fineart fine_art kuenstler
office=design                       \w*design \w*grafik \w*graphen\b graphi[ck] illustrat werbe\w* marketing
office=design                       event\w* kreativ kulturmanag \w*agentur\b studio kommunikation media\b
office=design                       medien
office=it                           software it\b informatik web\b digital\w* data\b app\b computer\w*
office=it                           \w*systems cloud\w* tech\b
""")

CENTRES = _hints(r"""
office=quango                       quartiersmanag
club=youth                          \w*jugend maedchen kinderclub kinderpavillon kinder_und \w*spielplatz
club=youth                          jugendklub
community_centre=family_centre      famili\w* eltern vaeter
community_centre=senior_centre      senior\w*
office=religion                     gemeindesaal \w*kirchengemeinde gemeindezentrum gemeindehaus \w*kirche\b
landuse=allotments                  vereinsheim vereinskantine kolonie kga\b kgv\b kleingart kleingaert
landuse=allotments                  kleintier vereinsplatz
office=tenant_union                 mieter\w*
club=sport                          \w*schuetzen tennis tc\b sportverein
office=association                  \w*kulturinstitut e_v\b \w*verein\b
""")

CLUBS = _hints(r"""
landuse=allotments                  vereinsheim kolonie kgv\b kga\b vereinsplatz kleingart
club=sport                          \w*sportclub \w*sportverein
""")

MOVEMENT = _hints(r"""
leisure=swimming_pool               \w*bad\b schwimm\w* \w*schwimmhalle badeschiff
sport=climbing                      \w*kletter \w*boulder\w* hochseil
leisure=bowling_alley               \w*bowling billard \w*kart\b laser minigolf shuffleboard escape
sport=yoga                          \w*yoga\w* \w*pilates tai_chi taichi \w*_taichi qi_?gong meditation
amenity=dojo                        karate judo aikido \w*kampf\w* taekwondo box\w* thaibox kung_fu krav_maga
amenity=dojo                        wing_t dojo samurai capoeira kodokan \w*combat
leisure=dance                       tanz\w* dance pole\b ballett
club=sport                          e_v\b \w*verein\b sv\b fc\b tc\b tsv\b bsv\b fsv\b \w*sportclub tennisclub
club=sport                          \w*schuetzen ruder\w* reit\w*
leisure=fitness_centre              \w*fitness gym\b \w*_gym mrs_sporty ems\b
""")

SPORTS_GROUND = re.compile(r"(?:sportplatz|sporthallen?|turnhallen?|sportanlage|stadion|sportpark)\b")

GARDENS = _hints(r"""
landuse=allotments                  kga\b kgv\b kleingart kleingaert kolonie gartenfreunde
leisure=community_garden            \w*gemeinschaft\w* stadtteilgart nachbarschafts \w*interkultur
leisure=community_garden            urban_gardening \w*umweltgaert kiezgart
leisure=community_garden            \w*kollektiv\b \w*buergergart allmende e_v\b
""")

GALLERIES = _hints(r"""
tourism=gallery                     \w*galerie\w* \w*gallery \w*kunstraum \w*kunstverein projektraum
tourism=gallery                     \w*ausstellungsraum kunstausstellung kunsthalle
craft=artist                        \w*atelier\b
""")

ARTS_CENTRES = _hints(r"""
tourism=gallery                     \w*galerie\w* \w*gallery kunst kunst\w* \w*_kunst\b
craft=artist                        \w*atelier\b
""")

STUDIOS = _hints(r"""
sport=yoga                          \w*yoga
craft=photographer                  foto\w* photograph\w* photo\b
office=film_production              film\w* fernseh\w* zdf\b ard\b rtl\b welt\b \w*schnitt
""")

SOCIAL = _hints(r"""
club=music                          \w*chor\w*
office=advice                       \w*hilfe\b
""")

HINTS: dict[str, Hints] = {
    "amenity=doctors": PRACTICE,
    "amenity=clinic": PRACTICE,
    "amenity=hospital": PRACTICE,
    "amenity=fast_food": SNACKS,
    "shop=convenience": SHOPS,
    "office=company": OFFICES,
    "amenity=community_centre": CENTRES,
    "amenity=social_centre": SOCIAL,
    "amenity=arts_centre": ARTS_CENTRES,
    "amenity=studio": STUDIOS,
    "club=yes": CLUBS,
    "leisure=sports_centre": MOVEMENT,
    "leisure=fitness_centre": MOVEMENT,
    "leisure=garden": GARDENS,
    "tourism=artwork": GALLERIES,
}
