"""Words that begin sentences with a capital, or have no case, and never name a place."""

from __future__ import annotations

#: Function words, days and points of the compass, lower-cased, by ISO 639-1 code.
_STOP_WORDS = {
    "de": """der die das den dem des ein eine einen einem einer und oder aber doch denn weil wenn
        als ob dass in im an am auf aus bei beim mit nach von vom vor zu zum zur für um über unter
        durch gegen ohne bis seit während wegen trotz zwischen hinter neben ich du er sie es wir
        ihr man mein dein sein unser euer dieser diese dieses jener jede jeder alle viele manche
        einige kein keine nicht nur noch auch schon dann da dort hier so wie was wer wo wann warum
        wieder heute gestern morgen abend nacht mittag montag dienstag mittwoch donnerstag freitag
        samstag sonntag norden süden osten westen bad herr frau januar februar märz april mai juni
        juli august september oktober november dezember gruß danke bitte hallo allen bank bau boden
        dabei ende gold grad haar kanal keller klar korb küche länder mitte mut name namen nuss
        ofen oma park raub rauch regen region rest seine stelle strand tal tor tour ware waren
        wetter danach ministerium polizei bundestag senat""",
    "fr": """le la les un une des du de et ou mais donc car ni que qui quoi dont où si quand comme
        je tu il elle on nous vous ils elles ce cet cette ces mon ton son notre votre leur leurs se
        en au aux à dans par pour sur sous avec sans vers chez entre depuis pendant après avant
        selon lors ne pas plus très tout tous toute nord sud est ouest lundi mardi mercredi jeudi
        vendredi samedi dimanche ainsi alors cependant demain hier aujourd'hui bon bien bonjour
        merci oui quel quelle quels pourquoi comment noël pâques dieu état ami ans bar bras cela
        celle cent centre coin date dire gare gaz grève lac langue mai mari marche marché mine or
        peine police première seul sol tête va vin vite assemblée défense fédération intérieur
        justice république santé sécurité sénat éducation puis ensuite""",
    "es": """el la los las un una unos unas lo y e o u pero sino que quien cual cuando donde como
        si no ni yo tú él ella ellos ellas nosotros usted se su sus mi tu este esta estos estas ese
        esa aquel de del a al en por para con sin sobre entre desde hasta hacia según tras durante
        ante más muy ya también todo todos norte sur oeste lunes martes miércoles jueves viernes
        sábado domingo hoy ayer así mañana qué quién cómo cuándo dónde cuál cuántos bueno buenos
        buenas gracias hola dios estado navidad alta baja cada centro chico cine dura gana gente
        gris hermosa iba isla largo lista manga mesa metro nada obra ojo oro palo papa paro playa
        primera pueblo rey río sala sale san segunda seria sol sola solo tan tema tercera tienen
        tumba va van vista asamblea congreso defensa ejército fiscalía gobierno interior justicia
        luego después nacional república salud senado""",
    "it": """il lo la i gli le un uno una e ed o ma che chi cui quando dove come se non né io tu
        egli lui lei noi voi loro si suo sua questo questa questi quello quella di del della dei
        delle a al alla in nel nella da dal dalla su sul sulla per con tra fra senza dopo prima
        secondo durante più molto anche già tutto tutti nord sud est ovest lunedì martedì mercoledì
        giovedì venerdì sabato domenica oggi ieri così domani allora poi grazie ciao buon buona
        natale dio stato pasqua alta banda bello bella bene borsa brava centro costi dura fila
        gente ira largo luce mai male mani molta naso no ora oro pace papa papà pare pari parla
        parola pensa pietà quanto quinta ruota sala sale sola solo tanta tema trenta uva va vista
        volta consiglio difesa giustizia governo interno procura repubblica salute senato sicurezza
        infine""",
    "pt": """o a os as um uma uns umas e ou mas que quem quando onde como se não nem eu tu ele ela
        eles elas nós você seu sua este esta esse essa aquele de do da dos das em no na nos nas por
        pelo pela para com sem sobre entre desde até segundo após durante mais muito já também todo
        todos norte sul leste oeste segunda terça quarta quinta sexta sábado domingo hoje ontem
        amanhã deus estado gente bom boa obrigado olá páscoa qual alta ar bela belo cada centro dor
        dura fala feira fria graças jardim lama largo lista loja longa luta maio mão março mau mesa
        nada obra papa pedra perto prata prato quarto queda saída sala sete sol solo uva velho vila
        vista volta assembleia câmara defesa governo interior justiça palácio polícia república
        saúde senado depois logo""",
    "pl": """i a o u w z we ze na do od po za pod nad przed przy przez dla bez oraz ale lub czy że
        gdy kiedy jak jeśli nie tak to ten ta te tego tej on ona ono oni one ja ty my wy się jego
        jej ich co kto gdzie już jeszcze także też tylko bardzo był była było północ południe
        wschód zachód poniedziałek wtorek środa czwartek piątek sobota niedziela dziś wczoraj jutro
        nowy nowa nowe stary stara stare cześć dzięki bóg bank boli bracia cena fala groźny jama
        jazda kula lasy ludzie luty mała małe mały miła most para pole rasa sala sama siła spór
        stąd takie łąka rada rząd sejm senat policja potem następnie ministerstwo""",
    "nl": """de het een en of maar want dat die dit deze in op aan uit bij van voor met naar om
        over onder door tegen zonder tot sinds tussen ik je jij hij zij ze wij we u niet ook
        nog al dan daar hier zo hoe wat wie waar noorden zuiden oosten westen maandag dinsdag
        woensdag donderdag vrijdag zaterdag zondag vandaag gisteren morgen indien kans maan
        rest vele west""",
    "ro": """un o unui unei al a ai ale și sau dar ci că dacă când unde cum ce cine care nu da eu
        tu el ea noi voi ei ele se își lui lor acest această acești aceste cel cea cei cele de la
        în din pe cu fără pentru prin spre între după înainte până despre sub peste mai foarte și-a
        tot toți toate nord sud est vest luni marți miercuri joi vineri sâmbătă duminică azi ieri
        mâine apa pace abia alta bani cina este fața fata fier haina liber mașina pâine rest români
        românii vine""",
    "cs": """a i ale nebo že aby když protože pokud jako jak kde kdy kdo co který která které ten ta
        to ti ty on ona ono oni my vy já se si je jsou byl byla bylo byli být ne ani už jen také
        však tak pak po při pro o s v ve z ze do na od u k ke pod nad mezi přes podle dnes včera
        zítra sever jih východ západ pondělí úterý středa čtvrtek pátek sobota neděle policie hasiči
        vláda soud most hora pole láska""",
    "sr": """i a ali ili da ne ni li se je su smo ste sam si bi u na o po od do iz za sa s k ka kod
        pri pred pod nad bez uz kroz između oko preko ovaj ova ovo taj ta to on ona ono oni mi vi
        ja ti svi sve šta ko koji koja kako kada gde jer već još samo takođe danas juče sutra sever
        jug istok zapad ponedeljak utorak sreda četvrtak petak subota nedelja и а али или да не ни
        ли се је су смо сте сам си би у на о по од до из за са с к ка код при пред под над без уз
        кроз између око преко овај ова ово тај та то он она оно они ми ви ја ти сви све шта ко који
        која како када где јер већ још само такође данас јуче сутра север југ исток запад понедељак
        уторак среда четвртак петак субота недеља banka bela beli cela dani doba grad mala male
        most nada naša nema nije onda plata sada sila vest žena žene банка бела бели цела дани доба
        град мала мале мост нада наша нема није онда плата сада сила вест жена жене""",
    "tr": """ve ile ya da de ki bu şu o bir iki üç çok az daha en için gibi kadar göre sonra önce
        ama fakat çünkü eğer ne kim nasıl nerede neden her bazı tüm bütün ben sen biz siz onlar
        kuzey güney doğu batı pazartesi salı çarşamba perşembe cuma cumartesi pazar bugün dün yarın
        deprem kaza yangın banka barış bayan bina kara kent para saat sabah""",
    "uk": """і й та а але або чи що як коли де якщо бо не ні так це цей ця ці той ті я ти він вона
        воно ми ви вони його її їх мій твій наш ваш свій у в з із зі до від на за під над по про
        при для без через між біля після перед вже ще також тільки лише дуже тут там тоді потім
        кожен усі все хто північ південь схід захід понеділок вівторок середа четвер субота неділя
        сьогодні вчора місто село район область міста міст ваша ваші завтра суд мир біда біла білі
        буде ваше вина віра гора гори горе далі дані дума крім море пара поле пора сама саме сила
        сили сума судна така того ціна шана банк боль буря біль воля град губа дівчина зима зорі
        зоря кіно куди ліси мати мирна надія нема нові поліція порт руки свобода тому удень чому
        мера""",
    "ru": """и а но или что как когда где если не нет так это этот эта эти тот та те я ты он она
        оно мы вы они его её их мой твой наш ваш свой в во с со к ко из от до на за под над по о об
        при для без через между около после перед уже ещё также только очень тут там тогда потом
        каждый все всё кто север юг восток запад понедельник вторник среда четверг пятница суббота
        воскресенье сегодня вчера город село район область города завтра суд мир зимой летом весной
        осенью наша ваша база беда ваше вина гора горы горе дамба друг дума есть заря касса кофе
        майна молоко море нигде пара поле пора река роза сама само сила силы соль танк того царь
        белая боль борьба буря великая воля глаз года град губа дева дома душа жара зима какая
        камень леса масса мира могила мост мука новая новый остров полиция порт рота свобода такой
        наши народ""",
    "ar": """من في على إلى الى عن مع بين حتى منذ بعد قبل عند هذا هذه ذلك تلك الذي التي الذين هو هي
        هم أن إن ان وإن وأن فإن لأن كان كانت وكان وكانت قد وقد لقد لا لم لن ما كل بعض غير أو أم ثم
        لكن ولكن كما حيث عندما هناك هنا اليوم أمس مدينة المدينة بلدة قرية محافظة منطقة ريف شمال
        جنوب شرق غرب وسط طريق قال وقال قالت وقالت ميدان قوم سنة ليل وكيل دولة الأم الجديدة الجديد
        خبر ولاية الصور الشمال الشرق الغرب الجنوب يوما بلاد الداخلية الوادي الحي أمن بلد كبيرة لجنة
        جامعة نور وقف سلسلة وردة رأى بارد بشأن سوف وادي بدون دورة دون الآن فيلم برد بنت شعب قلعة
        بيان الأربعاء الجبل الحريق الشعب الظهر حقل شباب هدية جبل رأس كلمة مدرسة مسجد جديدة نفس جيد
        نساء واحد الرأس غاز العمال الأحد البلاد الجمعة الحكومة السوق صيف عين معبر مقر بحيرة نهر
        شرطة جيش سوق مستشفى ميناء بلدية المطار صغيرة قريبة مجاورة حدودية نائية سكنية زراعية أخرى
        كاملة قديمة واحدة محررة محاصرة تقع تابعة""",
    "he": """כיוון מקום שנים את של על עם לא כי זה הוא היא הם גם או אם אבל רק עד בין אחרי לפני היום
        אתמול מחר קטן אזור מיד המדינה מדינה שריפה שורש קבוצה""",
}
_SETS = {language: frozenset(words.split()) for language, words in _STOP_WORDS.items()}


def list_stop_words(language: str) -> frozenset[str]:
    """Return the words of a language that are never places, lower-cased; none for unknown ones.

    Examples
    --------
    >>> "von" in list_stop_words("de"), list_stop_words("xx")
    (True, frozenset())
    """
    return _SETS.get(language, frozenset())
