/** Names of the better known European towns in our eight languages, and by which name GeoNames lists them. */
import { type Labels, languages } from '../taxonomy/model.ts';

export interface Exonym {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** The town's name in GeoNames: the largest town of that name in the country is meant. */
  geonames: string;
  /** Its own name, in Latin letters. */
  name: string;
  /** Only where they differ from its own. */
  names: Partial<Labels>;
  /** Further names to be found by: a second official language, a former name. */
  also: string[];
}

/** Country | GeoNames | own name | it | en | fr | es | nl | fi | cs | bg | also. An empty cell: as its own name. */
const table = `
AD | Andorra la Vella | Andorra la Vella | | | Andorre-la-Vieille | Andorra la Vieja | | | | Андора ла Веля |
AL | Tirana | Tirana | | | | | | | | Тирана | Tiranë
AT | Vienna | Wien | Vienna | Vienna | Vienne | Viena | Wenen | | Vídeň | Виена |
AT | Graz | Graz | | | | | | | Štýrský Hradec | Грац |
AT | Linz | Linz | | | | | | | Linec | Линц |
AT | Salzburg | Salzburg | Salisburgo | | Salzbourg | Salzburgo | | | Salcburk | Залцбург |
AT | Innsbruck | Innsbruck | | | | | | | | Инсбрук |
AT | Klagenfurt am Wörthersee | Klagenfurt | | | | | | | Celovec | Клагенфурт |
AT | Villach | Villach | Villaco | | | | | | Bělák | Филах |
BA | Sarajevo | Sarajevo | | | | | | | | Сараево |
BA | Banja Luka | Banja Luka | | | | | | | | Баня Лука |
BE | Brussels | Bruxelles | | Brussels | | Bruselas | Brussel | Bryssel | Brusel | Брюксел |
BE | Antwerpen | Antwerpen | Anversa | Antwerp | Anvers | Amberes | | | Antverpy | Антверпен |
BE | Gent | Gent | Gand | Ghent | Gand | Gante | | | | Гент |
BE | Charleroi | Charleroi | | | | | | | | Шарлероа |
BE | Liège | Liège | Liegi | | | Lieja | Luik | | Lutych | Лиеж | Lüttich
BE | Brugge | Brugge | Bruges | Bruges | Bruges | Brujas | | | Bruggy | Брюж |
BE | Namur | Namur | | | | | Namen | | | Намюр |
BE | Leuven | Leuven | Lovanio | | Louvain | Lovaina | | | Lovaň | Льовен |
BE | Mons | Mons | | | | | Bergen | | | Монс |
BE | Mechelen | Mechelen | Malines | | Malines | Malinas | | | | Мехелен | Mechlin
BE | Aalst | Aalst | | | Alost | Alost | | | | Алст |
BE | Kortrijk | Kortrijk | | | Courtrai | Courtrai | | | | Кортрейк |
BE | Hasselt | Hasselt | | | | | | | | Хаселт |
BE | Ostend | Oostende | Ostenda | Ostend | Ostende | Ostende | | | | Остенде |
BE | Tournai | Tournai | | | | | Doornik | | | Турне |
BE | Genk | Genk | | | | | | | | Генк |
BG | Sofia | Sofia | | | | Sofía | | | Sofie | София |
BG | Plovdiv | Plovdiv | Filippopoli | | | | | | | Пловдив |
BG | Varna | Varna | | | | | | | | Варна |
BG | Burgas | Burgas | | | Bourgas | | Boergas | | | Бургас |
BG | Ruse | Ruse | | | Roussé | | Roese | | | Русе | Rousse
BG | Stara Zagora | Stara Zagora | | | | | | | | Стара Загора |
BG | Pleven | Pleven | | | | | | | | Плевен |
BG | Sliven | Sliven | | | | | | | | Сливен |
BG | Dobrich | Dobrich | | | Dobritch | Dobrich | Dobritsj | Dobritš | Dobrič | Добрич |
BG | Shumen | Shumen | | | Choumen | | Sjoemen | Šumen | Šumen | Шумен |
BG | Pernik | Pernik | | | | | | | | Перник |
BG | Yambol | Yambol | Jambol | | | | Jambol | Jambol | Jambol | Ямбол |
BG | Haskovo | Haskovo | | | | | | | Chaskovo | Хасково |
BG | Pazardzhik | Pazardzhik | | | Pazardjik | | Pazardzjik | Pazardžik | Pazardžik | Пазарджик |
BG | Blagoevgrad | Blagoevgrad | | | | | | | | Благоевград |
BG | Veliko Tŭrnovo | Veliko Tarnovo | | | | | Veliko Tarnovo | Veliko Tărnovo | Veliko Tarnovo | Велико Търново |
BG | Gabrovo | Gabrovo | | | | | | | | Габрово |
BG | Vratsa | Vratsa | | | | | | | Vraca | Враца |
BG | Kazanlak | Kazanlak | | | | | | | | Казанлък |
BG | Vidin | Vidin | | | | | | | | Видин |
BG | Kardzhali | Kardzhali | | | Kardjali | | | Kardžali | Kardžali | Кърджали |
BG | Silistra | Silistra | | | | | | | | Силистра |
BG | Razgrad | Razgrad | | | | | | | | Разград |
BG | Targovishte | Targovishte | | | | | | Targovište | Targovište | Търговище |
BY | Minsk | Minsk | | | | | | | | Минск |
CH | Zürich | Zürich | Zurigo | Zurich | Zurich | Zúrich | | | Curych | Цюрих |
CH | Genève | Genève | Ginevra | Geneva | | Ginebra | | Geneve | Ženeva | Женева | Genf
CH | Basel | Basel | Basilea | | Bâle | Basilea | Bazel | | Basilej | Базел |
CH | Bern | Bern | Berna | | Berne | Berna | | | | Берн |
CH | Lausanne | Lausanne | Losanna | | | Lausana | | | | Лозана |
CH | Winterthur | Winterthur | | | Winterthour | | | | | Винтертур |
CH | Sankt Gallen | St. Gallen | San Gallo | | Saint-Gall | San Galo | | | | Санкт Гален |
CH | Lugano | Lugano | | | | | | | | Лугано |
CH | Luzern | Luzern | Lucerna | Lucerne | Lucerne | Lucerna | | | Lucern | Люцерн |
CY | Nicosia | Lefkosia | Nicosia | Nicosia | Nicosie | Nicosia | Nicosia | Nikosia | Nikósie | Никозия |
CZ | Prague | Praha | Praga | Prague | Prague | Praga | Praag | | | Прага | Prag
CZ | Brno | Brno | | | | | | | | Бърно | Brünn
CZ | Ostrava | Ostrava | | | | | | | | Острава |
CZ | Pilsen | Plzeň | Pilsen | Pilsen | Pilsen | Pilsen | Pilsen | | | Пилзен |
CZ | Olomouc | Olomouc | | | | | | | | Оломоуц |
CZ | Liberec | Liberec | | | | | | | | Либерец |
CZ | České Budějovice | České Budějovice | | | | | | | | Ческе Будейовице | Budweis
CZ | Hradec Králové | Hradec Králové | | | | | | | | Храдец Кралове |
CZ | Ústí nad Labem | Ústí nad Labem | | | | | | | | Усти над Лабем |
CZ | Pardubice | Pardubice | | | | | | | | Пардубице |
CZ | Havířov | Havířov | | | | | | | | Хавиржов |
CZ | Zlín | Zlín | | | | | | | | Злин |
CZ | Kladno | Kladno | | | | | | | | Кладно |
CZ | Karviná | Karviná | | | | | | | | Карвина |
CZ | Opava | Opava | | | | | | | | Опава |
CZ | Frýdek-Místek | Frýdek-Místek | | | | | | | | Фридек-Мистек |
CZ | Karlovy Vary | Karlovy Vary | | | | | Karlsbad | | | Карлови Вари | Carlsbad
CZ | Jihlava | Jihlava | | | | | | | | Ихлава |
CZ | Třinec | Třinec | | | | | | | | Тржинец |
CZ | Nový Jičín | Nový Jičín | | | | | | | | Нови Ичин |
DE | Berlin | Berlin | Berlino | | | Berlín | Berlijn | Berliini | Berlín | Берлин |
DE | Hamburg | Hamburg | Amburgo | | Hambourg | Hamburgo | | Hampuri | Hamburk | Хамбург |
DE | Munich | München | Monaco di Baviera | Munich | Munich | Múnich | | | Mnichov | Мюнхен |
DE | Köln | Köln | Colonia | Cologne | Cologne | Colonia | Keulen | | Kolín nad Rýnem | Кьолн |
DE | Frankfurt am Main | Frankfurt am Main | Francoforte sul Meno | | Francfort-sur-le-Main | Fráncfort del Meno | | | Frankfurt nad Mohanem | Франкфурт на Майн |
DE | Essen | Essen | | | | | | | | Есен |
DE | Stuttgart | Stuttgart | Stoccarda | | | | | | | Щутгарт |
DE | Dortmund | Dortmund | | | | | | | | Дортмунд |
DE | Düsseldorf | Düsseldorf | | | | | | | | Дюселдорф |
DE | Bremen | Bremen | Brema | | Brême | | | | Brémy | Бремен |
DE | Hannover | Hannover | | Hanover | Hanovre | | | | | Хановер |
DE | Leipzig | Leipzig | Lipsia | | | | | | Lipsko | Лайпциг |
DE | Duisburg | Duisburg | | | Duisbourg | Duisburgo | | | | Дуисбург |
DE | Nürnberg | Nürnberg | Norimberga | Nuremberg | Nuremberg | Núremberg | Neurenberg | | Norimberk | Нюрнберг |
DE | Dresden | Dresden | Dresda | | Dresde | Dresde | | | Drážďany | Дрезден |
DE | Bonn | Bonn | | | | | | | | Бон |
DE | Mannheim | Mannheim | | | | | | | | Манхайм |
DE | Karlsruhe | Karlsruhe | | | | | | | | Карлсруе |
DE | Münster | Münster | | | | | | | | Мюнстер |
DE | Aachen | Aachen | Aquisgrana | | Aix-la-Chapelle | Aquisgrán | Aken | | Cáchy | Аахен |
DE | Augsburg | Augsburg | Augusta | | Augsbourg | Augsburgo | | | | Аугсбург |
DE | Chemnitz | Chemnitz | | | | | | | Saská Kamenice | Кемниц |
DE | Magdeburg | Magdeburg | Magdeburgo | | Magdebourg | Magdeburgo | Maagdenburg | | | Магдебург |
DE | Freiburg | Freiburg im Breisgau | Friburgo in Brisgovia | Freiburg | Fribourg-en-Brisgau | Friburgo de Brisgovia | | | | Фрайбург |
DE | Lübeck | Lübeck | Lubecca | | | | | Lyypekki | | Любек |
DE | Mainz | Mainz | Magonza | | Mayence | Maguncia | | | Mohuč | Майнц |
DE | Regensburg | Regensburg | Ratisbona | | Ratisbonne | Ratisbona | | | Řezno | Регенсбург |
DK | Copenhagen | København | Copenaghen | Copenhagen | Copenhague | Copenhague | Kopenhagen | Kööpenhamina | Kodaň | Копенхаген |
DK | Århus | Aarhus | | | | | | Århus | | Орхус |
DK | Odense | Odense | | | | | | | | Оденсе |
DK | Aalborg | Aalborg | | | | | | Ålborg | | Олборг |
EE | Tallinn | Tallinn | | | | Tallin | | Tallinna | | Талин |
EE | Tartu | Tartu | | | | | | Tartto | | Тарту |
ES | Madrid | Madrid | | | | | | | | Мадрид |
ES | Barcelona | Barcelona | Barcellona | | Barcelone | | | | | Барселона |
ES | Valencia | València | Valencia | Valencia | Valence | Valencia | Valencia | Valencia | Valencie | Валенсия |
ES | Sevilla | Sevilla | Siviglia | Seville | Séville | | | | | Севиля |
ES | Zaragoza | Zaragoza | Saragozza | | Saragosse | | | | | Сарагоса | Saragossa
ES | Málaga | Málaga | Malaga | Malaga | Malaga | | Malaga | | | Малага |
ES | Murcia | Murcia | | | Murcie | | | | | Мурсия |
ES | Palma | Palma | | | | | | | | Палма |
ES | Bilbao | Bilbao | | | | | | | | Билбао |
ES | Alicante | Alacant | Alicante | Alicante | Alicante | Alicante | Alicante | Alicante | Alicante | Аликанте |
ES | Córdoba | Córdoba | Cordova | | Cordoue | | | | | Кордоба |
ES | Valladolid | Valladolid | | | | | | | | Валядолид |
ES | Vigo | Vigo | | | | | | | | Виго |
ES | A Coruña | A Coruña | La Coruña | | La Corogne | La Coruña | | | La Coruña | Ла Коруня |
ES | Gasteiz / Vitoria | Vitoria-Gasteiz | | | | | | | | Витория |
ES | Granada | Granada | | | Grenade | | | | | Гранада |
ES | Donostia / San Sebastián | Donostia | San Sebastián | San Sebastián | Saint-Sébastien | San Sebastián | San Sebastian | San Sebastián | San Sebastián | Сан Себастиан |
ES | Pamplona | Pamplona | | | Pampelune | | | | | Памплона | Iruña
ES | Santander | Santander | | | | | | | | Сантандер |
ES | Cartagena | Cartagena | Cartagena | | Carthagène | | | | | Картахена |
ES | Huesca | Huesca | | | | | | | | Уеска |
ES | Teruel | Teruel | | | | | | | | Теруел |
ES | Girona | Girona | | | Gérone | Gerona | | | | Жирона |
ES | Tarragona | Tarragona | | | Tarragone | | | | | Тарагона |
ES | Lleida | Lleida | | | | Lérida | | | | Лейда |
ES | Salamanca | Salamanca | | | Salamanque | | | | | Саламанка |
ES | Toledo | Toledo | | | Tolède | | | | | Толедо |
ES | Cadiz | Cádiz | Cadice | | Cadix | | | | | Кадис |
ES | Calatayud | Calatayud | | | | | | | | Калатаюд |
FI | Helsinki | Helsinki | | | | | | | Helsinky | Хелзинки | Helsingfors
FI | Espoo | Espoo | | | | | | | | Еспо | Esbo
FI | Tampere | Tampere | | | | | | | | Тампере | Tammerfors
FI | Vantaa | Vantaa | | | | | | | | Вантаа | Vanda
FI | Turku | Turku | | | | | | | | Турку | Åbo
FI | Oulu | Oulu | | | | | | | | Оулу | Uleåborg
FI | Lahti | Lahti | | | | | | | | Лахти | Lahtis
FI | Kuopio | Kuopio | | | | | | | | Куопио |
FI | Jyväskylä | Jyväskylä | | | | | | | | Ювяскюля |
FI | Pori | Pori | | | | | | | | Пори | Björneborg
FI | Lappeenranta | Lappeenranta | | | | | | | | Лапеенранта | Villmanstrand
FI | Vaasa | Vaasa | | | | | | | | Вааса | Vasa
FI | Kotka | Kotka | | | | | | | | Котка |
FI | Joensuu | Joensuu | | | | | | | | Йоенсу |
FI | Hämeenlinna | Hämeenlinna | | | | | | | | Хямеенлина | Tavastehus
FI | Porvoo | Porvoo | | | | | | | | Порво | Borgå
FI | Hyvinge | Hyvinkää | | | | | | | | Хювинкяя | Hyvinge
FI | Rovaniemi | Rovaniemi | | | | | | | | Рованиеми |
FI | Kouvola | Kouvola | | | | | | | | Коувола |
FI | Heinola | Heinola | | | | | | | | Хейнола |
FI | Hollola | Hollola | | | | | | | | Холола |
FI | Orimattila | Orimattila | | | | | | | | Ориматила |
FR | Paris | Paris | Parigi | | | París | Parijs | Pariisi | Paříž | Париж |
FR | Marseille | Marseille | Marsiglia | | | Marsella | | | | Марсилия | Marseilles
FR | Lyon | Lyon | Lione | | | | | | | Лион | Lyons
FR | Toulouse | Toulouse | Tolosa | | | | | | | Тулуза |
FR | Nice | Nice | Nizza | | | Niza | | Nizza | | Ница |
FR | Nantes | Nantes | | | | | | | | Нант |
FR | Strasbourg | Strasbourg | Strasburgo | | | Estrasburgo | Straatsburg | | Štrasburk | Страсбург |
FR | Montpellier | Montpellier | | | | | | | | Монпелие |
FR | Bordeaux | Bordeaux | | | | Burdeos | | | | Бордо |
FR | Lille | Lille | Lilla | | | | Rijsel | | | Лил |
FR | Rennes | Rennes | | | | | | | | Рен |
FR | Reims | Reims | | | | | | | Remeš | Реймс |
FR | Le Havre | Le Havre | | | | El Havre | | | | Хавър |
FR | Saint-Étienne | Saint-Étienne | | | | | | | | Сент Етиен |
FR | Toulon | Toulon | Tolone | | | Tolón | | | | Тулон |
FR | Grenoble | Grenoble | | | | | | | | Гренобъл |
FR | Dijon | Dijon | Digione | | | | | | | Дижон |
FR | Nîmes | Nîmes | | | | Nimes | | | | Ним |
FR | Aix-en-Provence | Aix-en-Provence | | | | | | | | Екс ан Прованс |
FR | Brest | Brest | | | | | | | | Брест |
FR | Orléans | Orléans | | | | Orleans | | | | Орлеан |
FR | Perpignan | Perpignan | Perpignano | | | Perpiñán | | | | Перпинян |
FR | Nancy | Nancy | | | | | | | | Нанси |
FR | Mulhouse | Mulhouse | | | | | | | | Мюлуз |
FR | Avignon | Avignon | Avignone | | | Aviñón | | | | Авиньон |
FR | Cannes | Cannes | | | | | | | | Кан |
FR | Antibes | Antibes | Antibo | | | | | | | Антиб |
FR | Ajaccio | Ajaccio | | | | | | | | Аячо |
FR | Bastia | Bastia | | | | | | | | Бастия |
FR | Gap | Gap | | | | | | | | Гап |
FR | Dunkerque | Dunkerque | | Dunkirk | | | Duinkerke | | | Дюнкерк |
FR | Chambéry | Chambéry | | | | | | | | Шамбери |
GB | London | London | Londra | | Londres | Londres | Londen | Lontoo | Londýn | Лондон |
GB | Birmingham | Birmingham | | | | | | | | Бирмингам |
GB | Liverpool | Liverpool | | | | | | | | Ливърпул |
GB | Manchester | Manchester | | | | | | | | Манчестър |
GB | Leeds | Leeds | | | | | | | | Лийдс |
GB | Bristol | Bristol | | | | | | | | Бристъл |
GB | Glasgow | Glasgow | | | | | | | | Глазгоу |
GB | Edinburgh | Edinburgh | Edimburgo | | Édimbourg | Edimburgo | | | Edinburg | Единбург |
GB | Cardiff | Cardiff | | | | | | | | Кардиф | Caerdydd
GB | Belfast | Belfast | | | | | | | | Белфаст |
GB | Oxford | Oxford | | | | | | | | Оксфорд |
GB | Cambridge | Cambridge | | | | | | | | Кеймбридж |
GR | Athens | Athina | Atene | Athens | Athènes | Atenas | Athene | Ateena | Athény | Атина |
GR | Thessaloníki | Thessaloniki | Salonicco | | Thessalonique | Salónica | | | Soluň | Солун |
GR | Pátra | Patra | Patrasso | Patras | Patras | Patras | | Patras | Patras | Патра |
GR | Irákleion | Iraklio | Candia | Heraklion | Héraklion | Heraclión | | | | Ираклио |
HR | Zagreb | Zagreb | Zagabria | | | | | | Záhřeb | Загреб |
HR | Split | Split | Spalato | | | | | | | Сплит |
HR | Rijeka | Rijeka | Fiume | | | | | | | Риека |
HR | Zadar | Zadar | Zara | | | | | | | Задар |
HU | Budapest | Budapest | | | | | Boedapest | | Budapešť | Будапеща |
HU | Debrecen | Debrecen | | | | | | | | Дебрецен |
HU | Szeged | Szeged | Seghedino | | | | | | Segedín | Сегед |
HU | Pécs | Pécs | | | | | | | | Печ |
IE | Dublin | Dublin | Dublino | | | Dublín | | | | Дъблин | Baile Átha Cliath
IE | Cork | Cork | | | | | | | | Корк |
IE | Luimneach | Limerick | | | | | | | | Лимерик | Luimneach
IS | Reykjavík | Reykjavík | | Reykjavik | Reykjavik | Reikiavik | Reykjavik | Reykjavik | Reykjavík | Рейкявик |
IT | Rome | Roma | | Rome | Rome | | Rome | Rooma | Řím | Рим | Rom
IT | Milan | Milano | | Milan | Milan | Milán | Milaan | | Milán | Милано | Mailand
IT | Naples | Napoli | | Naples | Naples | Nápoles | Napels | | Neapol | Неапол |
IT | Turin | Torino | | Turin | Turin | Turín | Turijn | | Turín | Торино |
IT | Palermo | Palermo | | | Palerme | | | | | Палермо |
IT | Genoa | Genova | | Genoa | Gênes | Génova | Genua | | Janov | Генуа |
IT | Bologna | Bologna | | | Bologne | Bolonia | | | Boloňa | Болоня |
IT | Florence | Firenze | | Florence | Florence | Florencia | Florence | | Florencie | Флоренция |
IT | Catania | Catania | | | Catane | | | | Katánie | Катания |
IT | Bari | Bari | | | | | | | | Бари |
IT | Messina | Messina | | | Messine | Mesina | | | | Месина |
IT | Verona | Verona | | | Vérone | | | | | Верона |
IT | Padova | Padova | | Padua | Padoue | Padua | Padua | | | Падуа |
IT | Trieste | Trieste | | | | | Triëst | | Terst | Триест |
IT | Brescia | Brescia | | | | | | | | Бреша |
IT | Prato | Prato | | | | | | | | Прато |
IT | Taranto | Taranto | | | Tarente | Tarento | | | | Таранто |
IT | Modena | Modena | | | Modène | Módena | | | | Модена |
IT | Livorno | Livorno | | | Livourne | | | | | Ливорно | Leghorn
IT | Cagliari | Cagliari | | | | | | | | Каляри |
IT | Parma | Parma | | | Parme | | | | | Парма |
IT | Reggio nell'Emilia | Reggio nell'Emilia | | Reggio Emilia | | | Reggio Emilia | | Reggio Emilia | Реджо Емилия | Reggio Emilia
IT | Reggio Calabria | Reggio di Calabria | | Reggio Calabria | | Regio de Calabria | Reggio Calabria | | Reggio Calabria | Реджо Калабрия | Reggio Calabria
IT | Perugia | Perugia | | | Pérouse | Perusa | | | | Перуджа |
IT | Ravenna | Ravenna | | | Ravenne | Rávena | | | | Равена |
IT | Rimini | Rimini | | | | Rímini | | | | Римини |
IT | Ferrara | Ferrara | | | Ferrare | | | | | Ферара |
IT | Salerno | Salerno | | | Salerne | | | | | Салерно |
IT | Sassari | Sassari | | | | Sácer | | | | Сасари |
IT | Bergamo | Bergamo | | | Bergame | Bérgamo | | | | Бергамо |
IT | Vicenza | Vicenza | | | Vicence | | | | | Виченца |
IT | Trento | Trento | | | Trente | | | | Trident | Тренто |
IT | Bolzano | Bolzano | | | | | | | | Болцано | Bozen
IT | Udine | Udine | | | | | | | | Удине |
IT | Ancona | Ancona | | | Ancône | | | | | Анкона |
IT | Siracusa | Siracusa | | Syracuse | Syracuse | | Syracuse | Syrakusa | Syrakusy | Сиракуза |
IT | Venice | Venezia | | Venice | Venise | Venecia | Venetië | Venetsia | Benátky | Венеция | Venedig
IT | Pisa | Pisa | | | Pise | | | | | Пиза |
IT | Siena | Siena | | | Sienne | | | | | Сиена |
IT | Lucca | Lucca | | | Lucques | | | | | Лука |
IT | Mantova | Mantova | | Mantua | Mantoue | Mantua | Mantua | | | Мантуа |
IT | Aosta | Aosta | | | Aoste | | | | | Аоста |
IT | Novara | Novara | | | Novare | | | | | Новара |
IT | Alessandria | Alessandria | | | Alexandrie | Alejandría | | | | Алесандрия |
IT | Asti | Asti | | | | | | | | Асти |
IT | Cuneo | Cuneo | | | Coni | | | | | Кунео |
IT | Ivrea | Ivrea | | | Ivrée | | | | | Ивреа |
IT | Piacenza | Piacenza | | | Plaisance | Plasencia | | | | Пиаченца |
IT | L'Aquila | L'Aquila | | | | | | | | Л'Акуила |
IT | Lecce | Lecce | | | | | | | | Лече |
LI | Vaduz | Vaduz | | | | | | | | Вадуц |
LT | Vilnius | Vilnius | | | | Vilna | | Vilna | | Вилнюс |
LT | Kaunas | Kaunas | | | | | | | | Каунас |
LU | Luxembourg | Luxembourg | Lussemburgo | | | Luxemburgo | Luxemburg | Luxemburg | Lucemburk | Люксембург | Lëtzebuerg
LV | Riga | Rīga | Riga | Riga | Riga | Riga | Riga | Riika | Riga | Рига |
MC | Monaco | Monaco | | | | Mónaco | | | Monako | Монако |
MD | Chisinau | Chișinău | | | | Chisinau | | | Kišiněv | Кишинев |
ME | Podgorica | Podgorica | | | | | | | | Подгорица |
MK | Skopje | Skopje | | | | Skopie | | | | Скопие |
MK | Bitola | Bitola | | | | | | | | Битоля |
MT | Valletta | Valletta | La Valletta | | La Valette | La Valeta | | | | Валета |
NL | Amsterdam | Amsterdam | | | | Ámsterdam | | | | Амстердам |
NL | Rotterdam | Rotterdam | | | | Róterdam | | | | Ротердам |
NL | The Hague | Den Haag | L'Aia | The Hague | La Haye | La Haya | | Haag | Haag | Хага | 's-Gravenhage
NL | Utrecht | Utrecht | | | | | | | | Утрехт |
NL | Eindhoven | Eindhoven | | | | | | | | Айндховен |
NL | Groningen | Groningen | Groninga | | Groningue | Groninga | | | | Гронинген |
NL | Nijmegen | Nijmegen | Nimega | | Nimègue | Nimega | | | | Неймеген |
NL | Maastricht | Maastricht | | | | | | | | Маастрихт |
NL | 's-Hertogenbosch | 's-Hertogenbosch | | | Bois-le-Duc | Bolduque | | | | Хертогенбос | Den Bosch
NL | Leiden | Leiden | Leida | | Leyde | | | | | Лайден |
NO | Oslo | Oslo | | | | | | | | Осло |
NO | Bergen | Bergen | | | | | | | | Берген |
NO | Trondheim | Trondheim | | | | | | | | Тронхайм |
PL | Warsaw | Warszawa | Varsavia | Warsaw | Varsovie | Varsovia | Warschau | Varsova | Varšava | Варшава |
PL | Łódź | Łódź | | | | | | | Lodž | Лодз |
PL | Kraków | Kraków | Cracovia | | Cracovie | Cracovia | Krakau | Krakova | Krakov | Краков | Cracow
PL | Wrocław | Wrocław | Breslavia | | | Breslavia | | | Vratislav | Вроцлав | Breslau
PL | Poznań | Poznań | | | | | | | Poznaň | Познан |
PL | Gdańsk | Gdańsk | Danzica | | | | | | | Гданск | Danzig
PL | Szczecin | Szczecin | Stettino | | | | | | Štětín | Шчечин | Stettin
PL | Katowice | Katowice | | | | | | | | Катовице |
PL | Lublin | Lublin | Lublino | | | | | | | Люблин |
PL | Cieszyn | Cieszyn | | | | | | | Těšín | Чешин |
PT | Lisbon | Lisboa | Lisbona | Lisbon | Lisbonne | | Lissabon | Lissabon | Lisabon | Лисабон |
PT | Porto | Porto | | | | Oporto | | | | Порто |
PT | Coimbra | Coimbra | | | Coïmbre | Coímbra | | | | Коимбра |
RO | Bucharest | București | Bucarest | Bucharest | Bucarest | Bucarest | Boekarest | Bukarest | Bukurešť | Букурещ |
RO | Cluj-Napoca | Cluj-Napoca | | | | | | | Kluž | Клуж-Напока |
RO | Timişoara | Timișoara | | | | | | | Temešvár | Тимишоара |
RO | Iaşi | Iași | | | | | | | Jasy | Яш |
RO | Constanţa | Constanța | Costanza | | | Constanza | | | Konstanca | Констанца |
RO | Braşov | Brașov | | | | | | | Brašov | Брашов |
RS | Belgrade | Beograd | Belgrado | Belgrade | Belgrade | Belgrado | Belgrado | Belgrad | Bělehrad | Белград |
RS | Niš | Niš | | | Nich | | | | | Ниш |
RS | Novi Sad | Novi Sad | | | | | | | | Нови Сад |
RU | Moscow | Moskva | Mosca | Moscow | Moscou | Moscú | Moskou | Moskova | | Москва |
RU | Saint Petersburg | Sankt-Peterburg | San Pietroburgo | Saint Petersburg | Saint-Pétersbourg | San Petersburgo | Sint-Petersburg | Pietari | Petrohrad | Санкт Петербург |
SE | Stockholm | Stockholm | Stoccolma | | | Estocolmo | | Tukholma | | Стокхолм |
SE | Göteborg | Göteborg | | Gothenburg | | Gotemburgo | | | | Гьотеборг |
SE | Malmö | Malmö | | | | | | | | Малмьо |
SE | Uppsala | Uppsala | | | | Upsala | | | | Упсала |
SI | Ljubljana | Ljubljana | Lubiana | | | Liubliana | | | Lublaň | Любляна |
SI | Maribor | Maribor | | | | | | | | Марибор |
SK | Bratislava | Bratislava | | | | | | | | Братислава |
SK | Košice | Košice | | | | | | | | Кошице |
SM | San Marino | San Marino | | | Saint-Marin | | | | | Сан Марино |
TR | Istanbul | İstanbul | Istanbul | Istanbul | Istanbul | Estambul | Istanboel | Istanbul | Istanbul | Истанбул | Constantinopoli
TR | Ankara | Ankara | | | | | | | | Анкара |
TR | İzmir | İzmir | Smirne | Izmir | Izmir | Esmirna | Izmir | Izmir | Izmir | Измир |
TR | Edirne | Edirne | Adrianopoli | | Andrinople | | | | | Одрин |
UA | Kyiv | Kyiv | Kiev | | Kiev | Kiev | Kiev | Kiova | Kyjev | Киев |
UA | Kharkiv | Kharkiv | | | | Járkov | Charkiv | Harkova | Charkov | Харков |
UA | Odessa | Odesa | Odessa | | Odessa | Odesa | Odessa | Odessa | Oděsa | Одеса | Odessa
UA | Lviv | Lviv | Leopoli | | | Leópolis | | | Lvov | Лвов |
XK | Pristina | Prishtinë | Pristina | Pristina | Pristina | Pristina | Pristina | Priština | Priština | Прищина |
`;

export const exonyms: readonly Exonym[] = table.trim().split('\n').map(parseRow);

function parseRow(line: string): Exonym {
  const [country = '', geonames = '', name = '', ...rest] = line.split('|').map((cell) => cell.trim());
  const also = rest[languages.length];
  return {
    country,
    geonames,
    name,
    // Columns stand in the order of `languages`.
    names: Object.fromEntries(
      languages.map((language, index) => [language, rest[index]]).filter(([, cell]) => cell && cell !== name),
    ),
    also: also ? [also] : [],
  };
}
