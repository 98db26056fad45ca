"""Names to fill the slots of the made sentences with, of our own choosing."""

from __future__ import annotations

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = (
    "January February March April May June July August September October November December".split()
)
FIRST_NAMES = """Aleksandr Vladimir Sergei Dmitry Oleksandr Volodymyr Andriy Mykola Iryna Olena
    Natalia Svetlana Yevgeny Ivan Pavel Viktor Mohammed Ahmed Ali Hassan Hussein Omar Khalid Abdul
    Mahmoud Yusuf Ibrahim Fatima Aisha Layla Bashar Recep Mehmet Mustafa Emine Benjamin Yitzhak
    Avigdor Ehud Tzipi Jean François Emmanuel Nicolas Marine Pierre Angela Helmut Olaf Gerhard
    Jürgen Karl Giuseppe Silvio Matteo Giorgia Pedro José Luis Carlos Juan Andrés Evo Hugo Nicolás
    Dilma Luiz Jair Xi Li Wang Hu Zhang Chen Shinzo Junichiro Yoshihide Kim Moon Park Narendra
    Rahul Sonia Imran Nawaz Benazir Hamid Ashraf Kofi Ban Antonio Nelson Jacob Cyril Goodluck
    Muhammadu Olusegun Uhuru Raila Yoweri Paul Abiy Haile Lech Donald Andrzej Viktor Zoltán Boris
    Theresa Tony Gordon Nigel Barack Hillary Mitt Rand Bernie Nancy Mitch Kamala""".split()
LAST_NAMES = """Ivanov Petrov Sidorov Kuznetsov Smirnova Volkov Lavrov Medvedev Gromov Belov
    Kovalenko Shevchenko Bondarenko Tkachenko Poroshenko Yanukovych Klitschko Kravchuk Lukashenko
    Al-Masri Haddad Khoury Mansour Nasser Hussein Rahman Siddiqui Karzai Ghani Bhutto Sharif Khan
    Erdogan Yilmaz Demir Kaya Netanyahu Peretz Barak Cohen Levy Katz Dubois Lefebvre Moreau Macron
    Hollande Schmidt Müller Schneider Weber Merkel Kohl Rossi Bianchi Ferrari Conti García
    Rodríguez Hernández Morales Chávez Maduro Silva Santos Oliveira Zhao Huang Liu Sun Tanaka
    Suzuki Yamamoto Nakamura Abe Kishida Nguyen Tran Singh Patel Gupta Modi Gandhi Okafor Adeyemi
    Mbeki Dlamini Zuma Mandela Kenyatta Odinga Museveni Kagame Kowalski Nowak Wisniewski Horvat
    Novak Nagy Kovács Popescu Ionescu Papadopoulos Johansson Andersson Nielsen Hansen Virtanen
    Thatcher Blair Cameron Corbyn Farage Clinton Obama Romney Biden Pelosi McCain McConnell
    O'Connor O'Brien MacDonald Fitzgerald Van Dyke""".split()
#: First names that are also names of places.
NAMESAKES = """Georgia Florence Chelsea Paris Jordan Chad Israel Sydney Austin Dallas Savannah
    Brooklyn Charlotte Victoria Lincoln Madison Israel Kenya India Asia China Ireland Dakota
    Carolina Virginia Adelaide Santiago Lourdes Devon Chester Preston Kent""".split()
WATERS = (
    "Black Sea", "Red Sea", "Baltic Sea", "Caspian Sea", "Mediterranean", "Pacific", "Atlantic",
    "Persian Gulf", "Gulf of Aden", "Danube", "Nile", "Volga", "Mississippi River", "Rio Grande",
    "Amazon", "Euphrates", "Mekong River", "Dnieper", "Lake Victoria", "Lake Michigan", "Sahara",
    "Himalayas", "Alps", "Rocky Mountains", "Mount Everest", "Gobi Desert", "Caucasus", "Balkans",
    "Middle East", "Indian Ocean", "Arctic Ocean", "South China Sea", "Bering Strait", "Ohio River",
    "Suez Canal", "Panama Canal", "Gaza Strip", "West Bank", "Horn of Africa", "Sinai Peninsula",
)  # fmt: skip
TEAMS = """Tigers Lions Bears Eagles Rangers Giants Pirates Rovers Wanderers Hawks Bulldogs Wildcats
    Panthers Warriors Cougars Raiders Cardinals Saints Broncos Celtics Lakers""".split()
ORGANISATIONS = (
    "Ministry of Health", "Ministry of Finance", "Defence Ministry", "Foreign Ministry",
    "National Guard", "Coast Guard", "Supreme Court", "High Court", "Central Bank", "World Bank",
    "Red Crescent", "Amnesty International", "Human Rights Watch", "Associated Press", "Reuters",
    "NATO", "UNICEF", "WHO", "CDC", "FBI", "CIA", "BBC", "CNN", "OPEC", "G7", "ASEAN", "EU",
    "African Union", "Labour Party", "Conservative Party", "Green Party", "Democratic Party",
    "{last} Group", "{last} Industries", "{last} Brothers", "{last} & Sons", "{last} Institute",
    "{last} University", "{last} College", "St. {first} Hospital", "{last} Medical Center",
    "{e} Football Club", "{e} University", "University of {e}", "{e} Police Department",
    "{e} State University", "{e} Fire Department", "{e} Tribune", "{e} School District",
    "{e} Court of Appeals", "{e} Department of Transportation", "Bank of {e}", "{e} Airlines",
    "Republic of {e} Army", "Diocese of {e}", "{d} Army", "{d} Parliament", "{d} Medical Council",
    "{d} Navy", "{d} Red Cross", "{e} Symphony Orchestra", "{e} General Hospital",
    "National University of {e}", "Farmers Union of {e}", "Chamber of Commerce", "City Council",
    "Board of Education", "Department of Agriculture", "Toyota", "Samsung", "Boeing", "Ford",
    "Microsoft", "Google", "Barclays", "Siemens", "Gazprom", "Al Jazeera", "Hamas", "Hezbollah",
    "{e} Middle School", "{e} Elementary School", "{e} High School", "{e} Board of Education",
    "{e} City Council", "{e} County Family Court", "{e} Public Library", "{e} National Guard",
    "{e} Board of Finance", "{e} County Sheriff’s Department", "{e} State Police",
    "{e} Daily News", "{e} Historical Society", "{e} Medical Center", "{e} Department of Health",
    "{e} PTA", "{e} Township Committee", "{e} Music Festival", "{e} Branch", "{e} Commission",
    "United {e}", "{us} Geological Survey", "{us} Department of Justice", "{us} Senate",
    "{us} Navy", "UK Parliament", "St. {first}'s School", "St. {first} Church",
    "Sacred Heart Academy", "{invented}", "{invented} Inc.", "{invented} Ltd",
    "{invented} Holdings", "{invented} Farms", "{team}", "State Assembly", "Diet", "Parliament",
    "Congress", "{d} Liberation Front", "People's Militia", "{d} Border Guard",
    "{d} Writers' Union",
)  # fmt: skip
SYLLABLES = """al ber bor bri cal cel cor da dex do dra en er fal fi fo gan gra hal he in jo ka kel
    kor la len lo lu ma mel mer mi mon na nel ni no or pa per pra qui ra rel ri ro ru sa sel si so
    sta ta tel ti to tra tri u va vel vi vo xan xi ya yor za zen zi""".split()
ABBREVIATIONS = """Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Mass. Md.
    Mich. Minn. Miss. Mo. Mont. Neb. Nev. N.C. N.D. N.H. N.J. N.M. N.Y. Okla. Ont. Ore. Pa. R.I.
    S.C. S.D. Tenn. Tex. Va. Vt. Wash. Wis. W.Va. Wyo. Que. B.C. D.C. N.S.W. AL AZ CA CO CT FL GA
    IL IN KY LA MA MD MI MN MO NC NJ NV NY OH OK OR PA SC TN TX UT VA WA WI WV""".split()
AMERICAN = ("U.S.", "U.S.", "US", "United States", "UK", "U.K.", "Canada")
#: What Arabic place names begin with in English texts.
ARTICLES = ("al-", "al-", "Al-", "Al ", "el-", "ar-", "ash-", "Tell ", "Umm ", "Ain ")
