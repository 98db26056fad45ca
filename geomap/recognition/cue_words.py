"""Words beside a name that say, in languages other than English, whether it is a place's."""

from __future__ import annotations

#: Words before places, seldom before persons; and such as stand before either.
_PLACING = {
    "de": """ab in aus nach bei nahe über bis um zwischen richtung stadt dorf gemeinde kreis
        landkreis strecke bahnstrecke hafenstadt küstenstadt kleinstadt großstadt stadtteil
        ortsteil vorort gouvernement distrikt kanton bundesland marktgemeinde verbandsgemeinde
        region gebiet provinz bezirk oblast raum kreisstadt hauptstadt insel hafen bahnhof
        flughafen umland""",
    "fr": """d'en en à au aux vers depuis près dans ville village région province oblast commune
        quartier district département rivière fleuve lac île préfecture mont cercle port aéroport
        gare bord canton archipel plateau gendarmerie commissariat hôpital""",
    "es": """en desde hacia ciudad región provincia pueblo óblast municipio distrito departamento
        río lago isla villa localidad aldea puerto aeropuerto hasta vecino vecina vecinos natural
        embalse valle sierra concejo estado""",
    "it": """in a ad al nel nella verso presso tra fra città regione provincia villaggio comune
        frazione fiume lago isola monte paese porto aeroporto fino negli nei nelle nello nell'
        altopiano valle val golfo""",
    "pt": """em para na no cidade região província vila aldeia concelho distrito município rio lago
        ilha freguesia aeroporto até litoral serra estado""",
    "pl": """w we pod koło między do ze od nad za około przez miasto miasta mieście obwód obwodzie
        region wieś wsi gmina gminie powiat powiecie rzeka rzece rzeki województwo port portu
        lotnisko mieszkaniec mieszkańcy mieszkańców okolice okolicach górach""",
    "nl": "in uit naar bij tussen rond nabij richting stad regio provincie dorp gemeente eiland",
    "ro": """în din la spre lângă între prin orașul orașului satul comuna județul județului
        municipiul râul lacul insula până""",
    "sr": """u iz do od kod kraj blizu prema ka između oko za na pored preko grad grada gradu selo
        selu opština opštini reka reci reke у из до од код крај близу према ка између око за на
        поред преко град града граду село селу општина општини река реци реке""",
    "cs": """v ve z ze do na od u k ke pod nad mezi přes kolem okolo poblíž nedaleko město města
        městě obec obce obci vesnice vesnici okres okrese okresu kraj kraji kraje obyvatelé obyvatel
        nádraží letiště""",
    "uk": """в у з із зі до на біля під між від поблизу через для над за по неподалік місто місті
        міста село селі села район районі області смт селище селищі річка річці річки порт порту
        аеропорт мешканці мешканців жителі жителів громада громади громаді громаду поруч долині
        долина""",
    "ru": """в во из с со до на около под между от близ к ко через для над за по у город городе
        города село селе села район районе области посёлок посёлке поселок поселке река реке реки
        деревня деревне станица станице порт порту аэропорт жители жителей долине долина провинции
        провинция""",
    "ar": """في من إلى الى على مدينة محافظة قرية منطقة بلدة ريف شمال جنوب شرق غرب قرب قضاء ناحية
        إقليم ولاية مديرية مخيم مطار بلدتي مدينتي جزيرة بين طريق سوق ميناء أهالي سكان بلدية جبهة
        مستشفى معبر حاجز جسر ضواحي أطراف غربي شرقي شمالي جنوبي عبر نحو باتجاه داخل خارج حول قبالة
        وسط مركز ساحل بحيرة مديريتي محافظتي مدن بلدات قرى ناحيتي صوب""",
    "tr": "ilçesi ilçesinin köyü kenti limanı ilçesine bağlı",
}
_WEAK = {
    "de": "auf von vom vor für gegen während sowie auch",
    "fr": "d' de entre pour et par",
    "es": "de a cerca entre por y para",
    "it": "d' all' nell' dall' dell' di da e per del dal",
    "pt": "de do da a perto entre e ao à por",
    "pl": "z dla po",
    "nl": "van te voor tegen",
    "cs": "pro o s se po při",
    "ro": "de a pentru",
}
#: Names that take an article where others have none.
_ARTICLED = {
    "de": """allgäu alpen amazonas anden antarktis arktis azoren balearen balkan bayerwald bodensee
        bretagne bundesrepublik dnjepr dnipro donau donbass eifel elbe elfenbeinküste ems emsland
        erzgebirge euphrat ganges gazastreifen golanhöhen harz havel himalaya hunsrück irak iran
        isar jemen kanaren karibik karpaten kaukasus kongo krim lausitz levante libanon loire
        lombardei main malediven mekong mittelmeer mongolei mosel münsterland neckar neiße
        niederlande niger nil nordsee normandie odenwald oder ostsee peloponnes pfalz philippinen
        prignitz provence pyrenäen rhein rhön rhône ruhr ruhrgebiet saale saar saarland sahara
        sahel sauerland schwarzwald schweiz seine seychellen sinai slowakei spessart spree
        steiermark sudan südsudan taunus themse tigris toskana tschad türkei uckermark ukraine ural
        usa vogtland weser westerwald westjordanland wolga""",
}
#: What villages are called: a name behind one is a place's though no gazetteer has it.
_VILLAGES = {
    "ar": "قرية قريتي بلدة بلدتي",
    "de": "dorf gemeinde ortschaft weiler ortsteil siedlung",
    "fr": "village hameau bourg commune localité bourgade",
    "es": "aldea pueblo poblado localidad caserío vereda villa",
    "it": "frazione borgo villaggio comune paese",
    "pt": "aldeia povoado vila vilarejo localidade lugarejo",
    "pl": "wieś wsi osada osady osadzie przysiółek przysiółku",
    "nl": "dorp dorpje gehucht",
    "cs": "vesnice vesnici obec obce obci osada osadě městys městyse",
    "ro": "satul satului comuna comunei cătunul",
    "sr": "selo sela selu zaseok село села селу засеок",
    "uk": "село села селі селище селища селищі смт хутір хутора хуторі",
    "ru": """село села селе посёлок посёлка посёлке поселок поселка поселке деревня деревни деревне
        деревню хутор хутора хуторе станица станицы станице станицу аул аула ауле""",
}
#: What stands between the two.
_LINKS = {"fr": "de d'", "es": "de", "it": "di d'", "pt": "de", "nl": "van"}
#: Titles, trades and kin: who is called one has a name that is no place's.
_PERSONS = {
    "de": """herr frau dr prof präsident präsidentin kanzler kanzlerin general minister ministerin
        bürgermeister bürgermeisterin oberbürgermeister landrat landrätin trainer trainerin tante
        onkel oma opa kollege kollegin anwalt anwältin richter richterin staatsanwalt
        staatsanwältin sprecher sprecherin torwart torhüter stürmer pfarrer pater schwester bruder
        familie doktor professor professorin kommissar abgeordnete abgeordneter verteidiger
        pfarrerin bischof vorsitzende vorsitzender chef chefin geschäftsführer geschäftsführerin
        direktor direktorin leiter leiterin hauptmann oberst feldwebel kommandant senator senatorin
        ex-präsident ministerpräsident ministerpräsidentin außenminister außenministerin
        innenminister autor autorin regisseur sänger sängerin schauspieler schauspielerin
        historiker historikerin kapitän mutter vater sohn tochter witwe nachbar nachbarin zeuge
        zeugin rentner rentnerin landwirt unternehmer unternehmerin fraktionschef stadtrat
        stadträtin malerin maler förster dichter dichterin komponist komponistin philosoph
        staatssekretärin""",
    "fr": """m mme mlle me dr monsieur madame maître président présidente général colonel capitaine
        ministre maire député députée sénateur préfet préfète docteur professeur tante oncle papi
        mamie entraîneur gardien juge procureur avocat avocate abbé père sœur frère commandant
        évêque archevêque cardinal directeur directrice chef cheffe commissaire secrétaire
        porte-parole journaliste écrivain écrivaine acteur actrice chanteur chanteuse historien
        historienne patron patronne défenseur attaquant milieu sergent lieutenant adjudant épouse
        veuve fils fille mère cousin cousine voisin voisine agriculteur infirmière médecin
        conseiller conseillère premier-ministre professeure coordinateur""",
    "es": """sr sra srta dr dra don doña señor señora presidente presidenta general coronel capitán
        ministro ministra alcalde alcaldesa gobernador gobernadora senador senadora diputado
        diputada doctor doctora profesor profesora tía tío abuela abuelo entrenador técnico
        entrenadora portero juez jueza fiscal abogado abogada padre sor fray monseñor secretario
        secretaria obispo arzobispo cardenal director directora jefe jefa comandante sargento
        teniente portavoz vocero vocera líder activista periodista escritor escritora actor actriz
        cantante historiador historiadora delantero defensa médico médica enfermera esposa esposo
        viuda hijo hija hermano hermana madre primo prima vecino vecina empresario empresaria
        concejal concejala personero personera canciller candidato candidata ingeniero ingeniera
        maestro maestra rector rectora comisario subinspector""",
    "it": """sig dott dr signor signora presidente generale colonnello capitano ministro ministra
        sindaco sindaca assessore assessora onorevole senatore senatrice dottor dottoressa
        professor professoressa ingegner avvocato avvocata zia zio nonna nonno tecnico allenatore
        portiere giudice procuratore don suor padre prefetto console vescovo arcivescovo cardinale
        direttore direttrice comandante maresciallo sergente tenente segretario segretaria
        portavoce giornalista scrittore scrittrice attore attrice cantante storico storica
        attaccante difensore centrocampista medico moglie marito vedova figlio figlia fratello
        sorella madre cugino cugina vicino imprenditore imprenditrice sindacalista consigliere
        consigliera governatore governatrice premier questore deputato deputata regista agricoltore
        geometra architetto rettore""",
    "pt": """sr sra dr dra dom dona senhor senhora presidente general coronel capitão ministro
        ministra prefeito prefeita governador governadora senador senadora deputado deputada doutor
        doutora professor professora tia tio avó avô vó vô treinador técnico treinadora zagueiro
        defesa goleiro juiz juíza padre frei irmã delegado delegada vereador vereadora bispo
        arcebispo cardeal diretor diretora chefe comandante sargento tenente secretário secretária
        porta-voz jornalista escritor escritora ator atriz cantor cantora historiador historiadora
        atacante médio avançado médico médica enfermeira esposa marido viúva filho filha irmão mãe
        pai primo prima vizinho vizinha empresário empresária autarca presidenta candidato
        candidata engenheiro engenheira reitor reitora pastor cabo soldado inspetor encarregado
        aposentado aposentada""",
    "pl": """pan pani dr prof prezydent premier generał gen minister burmistrz wójt wojewoda
        starosta poseł posłanka senator doktor profesor ciocia wujek babcia dziadek trener bramkarz
        sędzia prokurator adwokat ksiądz ks siostra brat komendant radny radna prezes sierżant
        biskup arcybiskup kardynał dyrektor dyrektorka szef szefowa kapitan major pułkownik
        sekretarz rzecznik rzeczniczka dziennikarz dziennikarka pisarz pisarka aktor aktorka
        piosenkarz piosenkarka historyk napastnik obrońca pomocnik lekarz lekarka pielęgniarka żona
        mąż wdowa syn córka matka ojciec kuzyn kuzynka sąsiad sąsiadka przedsiębiorca związkowiec
        gubernator marszałek sołtys inspektor rektor świadek proboszcz prezydentka ministra strażak
        mecenas prezydentem prezydenta premiera premierem ministrem burmistrza burmistrzem
        prezydentowi wiceminister wicepremier""",
    "nl": """dhr mevrouw meneer dr president presidente generaal minister burgemeester wethouder
        trainer coach keeper spits rechter officier advocaat tante oom opa oma dokter professor
        pastoor bisschop directeur directrice chef kapitein kolonel sergeant secretaris
        woordvoerder woordvoerster journalist schrijver schrijfster acteur actrice zanger zangeres
        historicus aanvaller verdediger middenvelder arts verpleegster weduwe zoon dochter broer
        zus moeder vader buurman buurvrouw ondernemer gouverneur senator raadslid eigenaar""",
    "ro": """dl dna domnul doamna președintele premierul generalul ministrul primarul prefectul
        senatorul deputatul doctorul profesorul antrenorul portarul judecătorul procurorul avocatul
        părintele bunica bunicul mătușa unchiul episcopul directorul directoarea șeful colonelul
        maiorul căpitanul secretarul purtătorul jurnalistul scriitorul actorul actrița cântăreața
        fundașul atacantul medicul soția soțul fiul fiica mama tatăl fratele sora vecinul vecina
        guvernatorul rectorul inspectorul comisarul""",
    "sr": """gospodin gospođa dr predsednik predsednica premijer general ministar ministarka
        gradonačelnik poslanik trener golman sudija tužilac advokat otac sestra baka deda tetka
        господин госпођа др председник премијер генерал министар градоначелник посланик тренер
        голман судија тужилац адвокат отац баба деда тетка лекар biskup vladika direktor direktorka
        šef komandant kapetan pukovnik major sekretar portparol novinar novinarka pisac glumac
        glumica pevač pevačica istoričar napadač odbrambeni lekar lekarka supruga suprug sin kći
        majka brat rođak komšija preduzetnik guverner rektor inspektor владика директор директорка
        шеф командант капетан пуковник мајор секретар портпарол новинар новинарка писац глумац
        глумица певач певачица лекарка супруга супруг син мајка брат комшија""",
    "cs": """pan paní prezident prezidentka premiér ministr ministryně starosta starostka primátor
        hejtman poslanec poslankyně senátor generál plukovník mluvčí trenér brankář útočník obránce
        soudce soudkyně advokát žalobce lékař lékařka farář biskup ředitel ředitelka šéf šéfka
        novinář spisovatel herec herečka zpěvák zpěvačka historik otec matka syn dcera manžel
        manželka""",
    "tr": """sayın bay bayan doktor profesör vali başkan başkanı bakan bakanı general albay hakim
        savcı avukat teyze amca dede nine hoca esnaf müdür müdürü kaymakam muhtar milletvekili
        sözcü sözcüsü komutan yüzbaşı binbaşı gazeteci yazar oyuncu şarkıcı tarihçi kaleci doktoru
        öğretmen mühendis abla ağabey kardeşi oğlu kızı eşi annesi babası sürücü üretici""",
    "uk": """пан пані президент прем'єр генерал полковник міністр міністерка губернатор голова мер
        депутат депутатка суддя слідчий прокурор адвокат лікар тренер воротар дядько тітка бабуся
        дідусь отець волонтер волонтерка речник речниця комбриг підприємець єпископ митрополит
        кардинал директор директорка командир командувач капітан майор сержант секретар журналіст
        журналістка письменник письменниця актор акторка співак співачка історик нападник захисник
        лікарка медсестра дружина чоловік вдова син дочка донька мати брат сестра сусід сусідка
        підприємниця начальник очільник активіст активістка вчитель вчителька водій свідок посол
        ректор інженер солдат боєць президента президентом прем'єра прем'єром міністра міністром
        губернатора мера голови пенсіонерка пенсіонер учень учениця""",
    "ru": """господин госпожа президент премьер генерал полковник министр губернатор глава мэр
        депутат судья следователь прокурор адвокат врач тренер вратарь дядя тётя тетя бабушка
        дедушка отец волонтёр блогер диспетчер епископ митрополит кардинал директор командир
        командующий капитан майор сержант секретарь журналист журналистка писатель писательница
        актёр актер актриса певец певица историк нападающий защитник медсестра жена муж вдова сын
        дочь мать брат сестра сосед соседка предприниматель начальник активист активистка учитель
        учительница водитель свидетель посол ректор инженер солдат боец сейсмолог замминистра
        пресс-секретарь президента президентом премьера премьером министра министром губернатора
        мэра главы метеоролог пенсионер пенсионерка ученик""",
    "ar": """السيد السيدة الرئيس الوزير الوزيرة النائب النائبة اللواء العميد العقيد المقدم الرائد
        النقيب الشيخ الدكتور الدكتورة الأستاذ المهندس الحاج الأمير الملك المتحدث القاضي المحامي
        الناشط الناشطة الشاب الشابة الطفل الطفلة اللاعب المدرب المستشار السفير القائد الملازم
        الرقيب الجندي الصحفي الصحفية الكاتب الكاتبة الفنان الفنانة المطرب المخرج الممثل الممثلة
        المؤرخ الطبيب الطبيبة المهندسة المعلم المعلمة العالم الإمام المطران البابا الوالي المحافظ
        القيادي الحارس المهاجم المدافع""",
    "he": """מר גב השר השרה הנשיא הרב האלוף השופט השופטת המאמן ראש־הממשלה הדובר הדוברת הסופר הזמר
        הזמרת השחקן העיתונאי המנהל הקצין הסרן התובע השוער""",
}  # fmt: skip
#: Those whose title goes with the name of what they rule, where names are declined.
_RULERS = {
    "de": "präsident präsidentin kanzler kanzlerin premier könig",
    "pl": """wójt wójta sołtys sołtysa prezydent prezydenta prezydentem prezydentowi premier
        premiera premierem burmistrz burmistrza burmistrzem wojewoda wojewody starosta król króla
        ambasador ambasadora minister
        ministra szef szefa lider lidera""",
    "sr": """predsednik predsednika predsednica premijer premijera ministar kralj ambasador
        gradonačelnik председник председника премијер премијера министар краљ амбасадор
        градоначелник""",
    "uk": """президент президента президентом прем'єр прем'єра прем'єром міністр міністра король
        губернатор губернатора голова голови глава глави мер мера посол посла лідер лідера мзс""",
    "ru": """президент президента президентом премьер премьера премьером министр министра король
        губернатор губернатора глава главы мэр мэра посол посла лидер лидера мид""",
}
#: Streets and squares are called after places.
_STREETS = {
    "de": "straße allee gasse platz",
    "fr": "rue avenue boulevard place quai impasse chemin",
    "es": "calle avenida paseo plaza carrera",
    "it": "via viale piazza corso vicolo largo piazzale",
    "pt": "rua avenida praça travessa largo alameda",
    "pl": "ulica ulicy ulicę aleja alei plac placu",
    "nl": "straat laan plein",
    "ro": "strada bulevardul piața",
    "sr": "ulica ulici улица улици трг trg",
    "tr": "caddesi sokağı",
    "cs": "ulice ulici náměstí třída třídě",
    "uk": "вулиця вулиці вулицю проспект проспекті площа площі",
    "ru": "улица улице улицы проспект проспекте площадь площади",
    "ar": "شارع ساحة ميدان",
}
#: First names that are met everywhere where the language is written; for where capitals do not
#: tell names from nouns.
_FIRST_NAMES = {
    "ar": """محمد أحمد احمد محمود علي حسن حسين خالد سالم سعيد عمر عمرو كريم حيدر مصطفى إبراهيم
        ابراهيم يوسف يحيى طارق زياد سامي سامح وليد ماجد فهد ناصر جمال كمال عادل عبدالله حمزة بلال
        أنس إدريس رشيد عثمان موسى عيسى داود مريم فاطمة عائشة زينب خديجة ليلى سارة نور هدى سمير منير
        فؤاد هاني رامي باسم جاسم كاظم عباس صالح عوض""",
    "he": """דוד משה יוסף יעקב אברהם יצחק שרה רחל לאה מרים אבי יוסי דני רון ניר גיל עומר נועם איתי
        מירב מיכל רונית אילת דנה יעל נועה תמר חיים שלמה אורי אלון""",
    "de": """adam adrian albert alexander alfred andrea andreas angela anja anna anne annette
        anton armin arno axel barbara bastian beate benedikt benjamin berit bernd bernhard
        bettina birgit björn brigitte britta bruno carina carla carsten christa christian
        christiane christina christine christoph claudia clemens conrad cornelia daniel daniela
        david detlef dieter dietmar dirk dominik dorothea eberhard edgar elfriede elisabeth
        elke ellen elmar emil emma erich erika ernst erwin eva fabian felix ferdinand florian
        frank franz franziska frieda friedrich fritz gabriele georg gerd gerhard gertrud gisela
        günter günther hanna hannah hannes hans harald hartmut heike heiko heiner heinrich
        heinz helga helmut herbert hermann hildegard holger horst hubert hugo inge ingo ingrid
        irene jakob jan jana jens joachim jochen johann johanna johannes jonas josef julia
        jürgen jutta kai karin karl karla katharina kathrin katja kerstin klaus konrad kurt
        lara lars laura lea lena leon leonie lina linda lisa lothar lotte louis luisa lukas
        lutz manfred manuela marcel marco marcus margarete maria marie marion marius mark
        markus marlene martha martin martina mathias matthias max maximilian melanie michael
        michaela monika moritz nadine niklas nicole nils norbert olaf oliver oskar otto patrick
        paul paula peter petra philipp rainer ralf ralph regina reinhard renate richard rita
        robert roland rolf rosa rudolf sabine sandra sarah sascha sebastian siegfried sigrid
        silke silvia simon simone sonja sophie stefan stefanie steffen stephan susanne sven
        svenja sybille tanja theo theodor theresa thomas thorsten tim timo tobias torsten udo
        ulf uli ulrich ulrike ursula ute uwe verena vera veronika viktor volker waltraud walter
        werner wilhelm willi winfried wolfgang wolfram yvonne""",
}


def _sets(words: dict[str, str]) -> dict[str, frozenset[str]]:
    return {language: frozenset(listed.split()) for language, listed in words.items()}


#: By ISO 639-1 code, lower-cased.
PLACING, WEAK, PERSONS = map(_sets, (_PLACING, _WEAK, _PERSONS))
VILLAGES, LINKS, ARTICLED = map(_sets, (_VILLAGES, _LINKS, _ARTICLED))
RULERS, STREETS, FIRST_NAMES = map(_sets, (_RULERS, _STREETS, _FIRST_NAMES))
