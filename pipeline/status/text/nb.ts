import type {TaskText} from "./task-text.ts";

export const nb: TaskText = {
  title: (year) => `Hva som må gjøres: samhandlingsavvik ${year}`,
  asOf: (day) => `Slik det så ut ${day}`,
  synthetic: "SYNTETISK: alle tall og vedtak er oppdiktet",
  groups: {late: "Over fristen", now: "Nå", later: "Senere", waiting: "Venter, uten dato"},
  heads: {due: "Frist", who: "Hvem", what: "Hva", todo: "Gjør dette"},
  none: "Ingenting venter.",
  lateDays: (days) => (days === 1 ? "1 dag over" : `${days} dager over`),
  noDate: "uten dato",
  secretariat: "Sekretariatet",
  senders: "Avsenderne",
  quarter: (number, year) => `${number}. kvartal ${year}`,
  week: (number, year) => `uke ${number} ${year}`,
  tasks: {
    koeyring: {
      what: () => "Ingen rapport er laget ennå",
      todo: "Legg eksportfilene i data/deliveries og kjør «npm start».",
    },
    levering: {
      what: ([year]) => `Meldinger for ${year} er ikke kommet inn`,
      todo: "Be om eksporten, eller få bekreftet at det ikke var meldinger, og før det i stadfesta_null.",
    },
    verifisering: {
      what: ([parts]) =>
        `Verifiseringsrunden er åpen: ${parts === "1" ? "1 part" : `${parts} parter`} kan melde feil i tallene sine`,
      todo: "Send hver avsender sine egne tall, og ta inn rettelsene før runden er slutt.",
    },
    moetefil: {
      what: ([year]) => `Møtefilen for ${year} mangler`,
      todo: "Be lederen lagre møtefilen på siden til utvalget, og ta den inn med «avvik decide».",
    },
    usemje: {
      what: ([subject]) => `To har skrevet ulikt om ${subject}`,
      todo: "Åpne møtefilen på siden til utvalget, velg det som gjelder, og send den på nytt. Gjelder det tall, så hent tabellen på nytt og skriv det rette.",
    },
    vedtak: {
      what: ([subject, year]) => `${subject}: vedtaket fra møtet om ${year} skal vurderes`,
      todo: "Avslutt, juster eller fortsett, på skjermen «Siden sist» eller i tabellen.",
    },
    proeve: {
      what: ([subject]) => `${subject}: ingen har meldt om den første prøven`,
      todo: "Spør eierne, og før status i tabellen fra «avvik status --templates».",
    },
    maal: {
      what: ([subject, period]) => `${subject}: tall for prosessmålet mangler fra ${period}`,
      todo: "Send tabellen fra «avvik status --templates» til eierne, og ta den inn med «avvik decide».",
    },
    rute_ssu: {
      what: ([subject, days]) => `${subject}: saken har ventet på SSU i ${days} dager`,
      todo: "Sett saken på sakslisten til SSU, og før svaret i tabellen over ruter.",
    },
    rute_fsu: {
      what: ([subject, days, fsu]) => `${subject}: saken ligger hos ${fsu}, sendt for ${days} dager siden`,
      todo: "Be utvalget om svar, og før det i tabellen over ruter.",
    },
    takk: {
      what: ([n]) => `${n} takk for meldingen er klare til utsending`,
      todo: "Kjør «avvik report». Finn tekstene i mappen «takk» hos hvert utvalg i møteutgaven, og send dem til dem som meldte.",
    },
    aarshjul: {what: ([text]) => text ?? "", todo: ""},
  },
};
