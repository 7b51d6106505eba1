import type {TaskText} from "./task-text.ts";

export const nn: TaskText = {
  title: (year) => `Kva som må gjerast: samhandlingsavvik ${year}`,
  asOf: (day) => `Slik det såg ut ${day}`,
  synthetic: "SYNTETISK: alle tal og vedtak er oppdikta",
  groups: {late: "Over fristen", now: "No", later: "Seinare", waiting: "Ventar, utan dato"},
  heads: {due: "Frist", who: "Kven", what: "Kva", todo: "Gjer dette"},
  none: "Ingenting ventar.",
  lateDays: (days) => (days === 1 ? "1 dag over" : `${days} dagar over`),
  noDate: "utan dato",
  secretariat: "Sekretariatet",
  senders: "Avsendarane",
  quarter: (number, year) => `${number}. kvartal ${year}`,
  week: (number, year) => `veke ${number} ${year}`,
  tasks: {
    koeyring: {
      what: () => "Ingen rapport er laga enno",
      todo: "Legg eksportfilene i data/deliveries og køyr «npm start».",
    },
    levering: {
      what: ([year]) => `Meldingar for ${year} er ikkje komne inn`,
      todo: "Be om eksporten, eller få stadfesta at det ikkje var meldingar, og før det i stadfesta_null.",
    },
    verifisering: {
      what: ([parts]) =>
        `Verifiseringsrunden er open: ${parts === "1" ? "1 part" : `${parts} partar`} kan melde feil i tala sine`,
      todo: "Send kvar avsendar sine eigne tal, og ta inn rettingane før runden er slutt.",
    },
    moetefil: {
      what: ([year]) => `Møtefila for ${year} manglar`,
      todo: "Be leiaren lagre møtefila på sida til utvalet, og ta henne inn med «avvik decide».",
    },
    usemje: {
      what: ([subject]) => `To har skrive ulikt om ${subject}`,
      todo: "Opne møtefila på sida til utvalet, vel det som gjeld, og send henne på nytt. Gjeld det tal, så hent tabellen på nytt og skriv det rette.",
    },
    vedtak: {
      what: ([subject, year]) => `${subject}: vedtaket frå møtet om ${year} skal vurderast`,
      todo: "Avslutt, juster eller hald fram, på skjermen «Sidan sist» eller i tabellen.",
    },
    proeve: {
      what: ([subject]) => `${subject}: ingen har meldt om den første prøva`,
      todo: "Spør eigarane, og før status i tabellen frå «avvik status --templates».",
    },
    maal: {
      what: ([subject, period]) => `${subject}: tal for prosessmålet manglar frå ${period}`,
      todo: "Send tabellen frå «avvik status --templates» til eigarane, og ta han inn med «avvik decide».",
    },
    rute_ssu: {
      what: ([subject, days]) => `${subject}: saka har venta på SSU i ${days} dagar`,
      todo: "Set saka på sakslista til SSU, og før svaret i tabellen over ruter.",
    },
    rute_fsu: {
      what: ([subject, days, fsu]) => `${subject}: saka ligg hos ${fsu}, sendt for ${days} dagar sidan`,
      todo: "Be utvalet om svar, og før det i tabellen over ruter.",
    },
    takk: {
      what: ([n]) => `${n} takk for meldinga er klare til utsending`,
      todo: "Køyr «avvik report». Finn tekstane i mappa «takk» hos kvart utval i møteutgåva, og send dei til dei som melde.",
    },
    aarshjul: {what: ([text]) => text ?? "", todo: ""},
  },
};
