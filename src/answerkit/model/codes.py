"""Every code a problem can have, with its general sentence and its general advice (Danish, for staff).

Neither ever holds text from a file: for a confidential file they are all that is shown. AK1xx: the file
cannot be read; AK2xx: its keys and values; AK3xx: how things refer to each other; AK4xx: prose and templates;
AK5xx: the document; AK6xx: files on disk; AK7xx: accepted findings. L1xx to L5xx are the rules of ``answerkit
lint``: figures, law and grounds, questions, prose, dates. A code keeps its number for good.
"""

from enum import Enum


class Code(Enum):
    """A kind of problem: ``CODE = meaning, advice``."""

    AK101 = "filen er ikke UTF-8", "gem filen som UTF-8"
    AK102 = "filen er tom", "udfyld filen, eller slet den"
    AK103 = "filen er for stor", "del indholdet i flere filer"
    AK104 = "filen er for dyb eller har for mange værdier", "forenkl opbygningen"
    AK105 = "symbolske links er ikke tilladt i indholdet", "læg selve filen i mappen"
    AK106 = "filen hører ikke til her", "flyt den til en af indholdets mapper, eller slet den"
    AK107 = "filen er ikke gyldig YAML", "ret stedet; brug mellemrum til indrykning"
    AK108 = "nøglen står to gange", "slet den ene"
    AK109 = "ankre, aliaser, sammenfletning og tags er ikke tilladt", "skriv værdien helt ud"
    AK110 = "filen kan ikke læses", "se efter, om filen findes og må læses"
    AK111 = "usynligt tegn eller styretegn", "slet tegnet, og skriv det igen"
    AK112 = "mappen findes ikke", "se efter, om stien er rigtig"
    AK113 = "mappen har for mange filer", "flyt det, der ikke bruges, ud af mappen"
    AK114 = "filen er ikke gyldig TOML", 'skriv hver linje som nøgle = "værdi"'
    AK115 = "der er ingen tekst at lede efter", "angiv en fil eller mappe med fortrolig tekst"
    AK201 = "ukendt nøgle", "slet nøglen, eller ret stavemåden"
    AK202 = "nøglen mangler", "tilføj nøglen"
    AK203 = "forkert slags værdi", "ret værdien"
    AK204 = "værdien er ikke gyldig", "ret værdien"
    AK205 = "klassifikationen mangler eller er ukendt", "skriv »classification: public« eller »confidential«"
    AK206 = "klassifikationen passer ikke til mappen", "flyt filen, eller ret klassifikationen"
    AK207 = "id passer ikke til filens sti", "id er stien under mappen uden .yaml"
    AK301 = "henvisning til noget, der ikke findes", "ret navnet, eller opret filen"
    AK302 = "henvisningerne går i ring", "bryd ringen"
    AK303 = "id er brugt to gange", "giv den ene et andet id"
    AK304 = "hjemlen må ikke nævnes offentligt", "angiv den i den fortrolige del i stedet"
    AK305 = "et tilbageholdt afsnit må ikke have indhold her", "flyt indholdet til den fortrolige del"
    AK306 = "afsnittet er ikke tilbageholdt i svaret", "udfyld kun tilbageholdte afsnit"
    AK307 = "et tilbageholdt afsnit er ikke udfyldt", "udfyld det i den fortrolige del"
    AK308 = "tallet har ingen værdi, der gælder på svarets dato", "tilføj en værdi, eller ret datoen"
    AK309 = "henvisning til en fil med fejl", "ret fejlen i den anden fil først"
    AK310 = "spørgsmålet er ikke besvaret, udskudt eller afvist", "udfyld netop én af de tre"
    AK311 = "et tilbageholdt afsnit mangler hjemmel", "angiv mindst én hjemmel fra content/public/grounds"
    AK312 = "tallene kan ikke vises i ét søjlediagram", "brug tal med samme enhed, ingen under 0"
    AK401 = "udtrykket kan ikke læses", 'skriv fx {{ figure("navn") }}'
    AK402 = "kun figure, law, term, ref og foreign må bruges i teksten", "slet udtrykket"
    AK403 = "et udtryk må ikke stå i et link, i kode eller i en overskrift", "flyt udtrykket ud i brødteksten"
    AK404 = "denne slags Markdown understøttes ikke", "brug afsnit, lister, tabeller, links og fodnoter"
    AK405 = "linket må ikke bruges", "brug en https-adresse uden sporing"
    AK406 = "skabelonen kan ikke bruges", "ret skabelonen i templates/"
    AK407 = "fodnoten mangler eller bruges ikke", "skriv både henvisning og fodnotetekst"
    AK408 = "overskriften springer et niveau over", "brug næste niveau"
    AK409 = "sproget er ukendt", 'skriv fx {{ foreign("en", "tough love") }}'
    AK410 = "listepunktet begynder ikke med tekst", "skriv tekst efter punktets mærke"
    AK411 = (
        "mellem »::: table« og »:::« må der kun stå rækker, alle med lige mange celler",
        "skriv en række som »- - celle« og dens næste celler under den som »  - celle«",
    )
    AK412 = (
        "cellen rummer andet end afsnit og lister i ét niveau",
        "skriv hvert punkt på én linje, og kun ét afsnit i øverste række",
    )
    AK413 = (
        "tabellen begynder ikke med »::: table« eller slutter ikke med »:::«",
        "skriv »::: table« på en linje for sig over tabellen og »:::« under den",
    )
    AK414 = "fodnoten rummer andet end afsnit", "skriv den som tekst, og flyt lister og tabeller ud af den"
    AK415 = "tabellens øverste række er tom", "skriv kolonnernes navne i den"
    AK416 = "listen begynder med et for stort tal", "skriv fx »2021\\.«, hvis det ikke er en liste"
    AK501 = "billedet kan ikke bruges", "brug PNG, og eventuelt en SVG ved siden af"
    AK502 = "billedet mangler alternativ tekst", "beskriv billedet for den, der ikke kan se det"
    AK503 = "referencefilen kan ikke bruges", "kør »answerkit template check«, og ret det, den viser"
    AK504 = "typografiarket til HTML kan ikke læses", "hent templates/edition.css frem igen"
    AK505 = (
        "referencefilen rummer noget, der ville følge med i hver fil",
        "kør »answerkit template check«, og ret det, den viser",
    )
    AK601 = "filen er ændret i hånden siden sidste bygning", "brug --force; den gamle fil gemmes som kopi"
    AK602 = "filen kan ikke skrives", "luk den i Word, og prøv igen"
    AK603 = "den byggede fil blev afvist af kontrollen", "dette er en fejl i answerkit; indberet den"
    AK604 = "der blev ingen PDF", "åbn Word-filen i LibreOffice, og se, hvad der er galt"
    AK701 = "fundet kan ikke accepteres", "ret filen i stedet, og slet accepten"
    AK702 = "accepten af fundet er udløbet", "ret filen, eller tag stilling igen, og ret expires"
    AK703 = "accepten passer ikke til noget fund", "slet den"
    AK704 = "fundet er accepteret to gange", "slet den ene accept"
    L101 = "antallet er ikke et tal med dato og kilde", "opret det under figures/, og skriv {{ figure(…) }}"
    L102 = "tallets kilde siger ingenting", "skriv, hvem der har opgjort tallet, eller hvor det står"
    L103 = "tallet skulle være set efter inden svarets dato", "tilføj en ny værdi, eller ret review_after"
    L104 = "to steder står der forskellige tal for det samme", "find ud af, hvilket der er rigtigt"
    L105 = "tabellens tal giver ikke den anførte sum", "ret tallet, der er forkert"
    L106 = "intervallet vender forkert", "skriv det mindste tal først"
    L107 = "enheden passer ikke", "ret enheden"
    L108 = "et offentligt tal er så lille, at det kan pege på en person", "skriv fx value: {below: 5}"
    L109 = "teksten nævner så få personer, at de kan genkendes", "omskriv, eller skriv fx »færre end fem«"
    L110 = "et skjult tal kan regnes ud", "skjul flere af tallene"
    L111 = "svaret bruger et tal, der ingen værdi har på dets dato", "tilføj en værdi, eller ret datoen"
    L201 = "bestemmelserne gælder ikke længere på svarets dato", "brug de bestemmelser, der har afløst dem"
    L202 = "bestemmelserne gælder endnu ikke på svarets dato", "brug de bestemmelser, der gjaldt"
    L203 = "oplysningerne om loven er ikke bekræftet for nylig", "få en jurist til at bekræfte dem"
    L204 = "bestemmelserne ophører kort efter svarets dato", "nævn det i svaret, eller vent med at bruge dem"
    L205 = "oplysningerne om hjemlen er ikke bekræftet for nylig", "få en jurist til at bekræfte dem"
    L206 = "den offentlige tekst nævner en hjemmel, der røber, hvad sagen er", "slet henvisningen"
    L207 = "den offentlige tekst røber mere om det tilbageholdte end overskriften", "omskriv den"
    L301 = "spørgsmålet besvares i et afsnit uden indhold", "skriv afsnittet, eller udskyd spørgsmålet"
    L302 = "afsnittet besvarer ingen af spørgsmålene", "nævn det under answered_in, eller slet det"
    L303 = "begrundelsen siger ingenting", "skriv, hvorfor spørgsmålet ikke besvares nu"
    L401 = "forkortelsen er ukendt", "opret den i content/public/terms, eller skriv ordene ud"
    L402 = "forkortelsen bruges, før den er forklaret", "skriv {{ term(…) }} første gang"
    L403 = "blokken skulle være set efter inden svarets dato", "gennemgå teksten, og ret review_by"
    L404 = "blokken bruges ikke i noget svar", "brug den, eller slet den"
    L405 = "to blokke har næsten samme tekst", "behold den ene"
    L406 = "linket er dødt eller sporer læseren", "ret adressen"
    L407 = "overskrifterne springer et niveau over", "brug det næste niveau"
    L408 = "dobbelt mellemrum", "slet det ene"
    L409 = "mellemrum inde i tallet", "skriv tallet uden mellemrum"
    L410 = "bindestreg i et interval", "brug tankestreg uden mellemrum: 10–17"
    L411 = "sætningen er for lang", "del den i flere"
    L412 = "et andet navn foretrækkes", "brug det navn, der står i answerkit.toml"
    L413 = "ordet er ikke i ordbogen", "ret stavemåden"
    L414 = "nøglerne står ikke i den faste rækkefølge", "ret rækkefølgen"
    L501 = "svaret er dateret efter fristen", "send et foreløbigt svar, og skriv datoen i holding_reply"
    L502 = "svaret er dateret, før forespørgslen er modtaget", "ret datoen"

    @property
    def is_lint(self) -> bool:
        """Whether it is a rule's: the content can be built, but should not be published as it is."""
        return self.name.startswith("L")

    @property
    def meaning(self) -> str:
        """What is wrong, without any text from the file."""
        return self.value[0]

    @property
    def advice(self) -> str:
        """What to do, without any text from the file."""
        return self.value[1]
