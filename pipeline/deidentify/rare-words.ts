export const ONLY = /^(?:eneste|einaste|einast|enast|enslege)$/;
export const MOST =
  /^(?:sist|eldstemann|yngstemann|fyrste|siste|eldst|eldste|yngst|yngste|lengst|størst|største|første|unik|unike)$/;
export const SEVERAL = /^(?:tvilling|trilling|firling|femling)/;
export const KNOWN =
  /^(?:intervju|dagsrevyen|kjend|kjent|kjende|kjente|kjendis|velkjent|velkjend|profilert|omtala|omtalt|omtalte|medieomtalt|media|avis|avisa|avisen|lokalavis|nyhende|nyheter|nyheitene|nyhetene|nrk|tv|vg|dagblad|facebook|aftenposten|sunnmørsposten)/;
export const UNIQUE =
  /^(?:ordførar|ordfører|rådmann|kommunedirektør|kommuneleg|kommuneoverleg|varaordf|prest|biskop|prost|soknepr|sognepr|lensmann|politimeister|distriktsleg|distriktslækjar|kommuneoverleg|stortings|brannsjef|fyrvakt|fyrvokt)/;
export const FEW = /^(?:berre|bare|kun)$/;
export const COUNT = /^(?:ein|éin|en|én|ei|to|tre|fire|fem|nokre|noen|få|[1-5])$/;
export const OF_PLACE = /^(?:fylkets|landets|noregs|norges|kommunens|bygdas|bygdens|øyas|øyens|byens)$/;
/** What there can be only one of without a person being meant. */
export const THING =
  /^(?:avvik|gong|gang|plass|seng|ledig|melding|tilbod|tilbud|måte|grunn|årsak|problem|dag|stad|sted|bil|ambulanse|medisin|dokument|informasjon|løysing|løsning|moglegheit|mulighet|alternativ|kontakt|epikrise|utstyr|lista|liste)/;
export const SELDOM = /^(?:sjeldan|sjelden|sjeldne|sjeldent)$/;
export const ILLNESS =
  /(?:sjukdom|sykdom|syndrom|lidelse)|^(?:diagnose|diagnosa|diagnosen|syndrom|tilstand|lidelse|liding|kreftform|mutasjon|tilfelle|arveleg|arvelig|genfeil)/;
export const EVENT =
  /(?:ulykk|ulukk|drap|drepte|drept|kniv|skoten|skutt|brann(?!sjef|vesen|mann|stasjon)|ras$|raset|skred|forlis|bussulykk|trafikkulykk|helikopterulykk|drukning|gassulykk|eksplosjon|terror|rettssak|straffesak)/;
export const FAME =
  /^(?:artist|toppidrett|eliteserie|olympia|rikskj|landskj|programlei|influ[ea]ns[ea]r|bloggar|blogger|youtub|popstj|stortings|drapsdøm|drapssik|terrorist|verdsmeister|fortenestmedalje|fortjenstmedalje|verdensmester|olympisk|landslag|storting(?:s|et)|rikspolitik|fotballspelar|fotballspiller|skodespelar|skuespiller|forfattar|forfatter|lottovinnar)/;
/** What became of those who were there. */
export const OUTCOME =
  /^(?:berga|klarte|overlev|omkom|mista|mistet|døydde|døde|drepen|drept|skada|skadet|skadd|redda|reddet)/;
export const SOMEBODY = /^(?:ekteparet|paret|han|ho|hun|ham|henne|kvinna|kvinnen|mannen)$/;
export const KIN =
  /^(?:familien|kvinna|kvinnen|mannen|personen|pasienten|barnet|bebuaren|brukaren|innbyggjaren|legen|eleven|guten|jenta|gutten)$/;

export const ONE = /^(?:eine|ene|éine|éne)$/;
export const LEAD =
  /^(?:leia|leidde|ledet|ledde|dreiv|drev|styrte|eigde|eide|grunnla|stifta|stiftet|bygde|bygget|vann)$/;
export const LOSS = /^(?:mista|mistet|miste)$/;
export const LOST =
  /^(?:arm|armen|armar|armene|armane|bein|beinet|beina|hand|handa|hånd|hånden|hender|hendene|fot|foten|føter|føtter|føttene|føtene|auge|auget|øye|øyet|synet|finger|fingrar|fingre|fingrane|fingrene|kona|mannen|barna|foreldra|foreldrene|sonen|sønnen|dottera|datteren)$/;
export const PRESS =
  /^(?:dagsrevyen|radio|avis|lokalavis|media|nrk|tv|nyh|vg$|sak|saka|saken|dagblad|sunnmørsposten|bygda|facebook)/;
export const LIVES = /^(?:bur|bor|budde|bodde)$/;
export const FORMER = /^(?:tidlegare|tidligere|forhenverande|forhenværende|pensjonert|avtroppa|avgått)$/;
export const OFFICE = /^(?:leiar|leder|direktør|styreleiar|styreleder|sjef|formann|statsråd|minister|trenar|trener)/;
export const FAMILY_OF_OFFICE =
  /^(?:ordførar|ordfører|lensmanns|preste|rektor|doktor|lege|bispe|skulesjef)(?:kon|fru|dott|datt|son|søn|mann)[a-zæøå]*$/;
export const COUNTED = /^(?:to|tre|fire|begge)$/;
export const PATIENT = /^(?:pasient|pasienten|innlagt|innlagd|utskriven|utskrevet|rusa|ruset)$/;
