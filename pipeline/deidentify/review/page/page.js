// The page of a review and of a calibration. It runs from disk in the secretariat's browser and sends nothing anywhere.
const island = (id) => JSON.parse(document.getElementById(id).textContent);
const element = (id) => document.getElementById(id);
const facts = island("avvik-facts");
const isReview = facts.mode === "review";

let language = "nn";
let texts = [];
let at = 0;
let word = 0;
let answers = [];
let saved = true;

const say = (key, values = {}) =>
  facts.words[language][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));

/** Words and what stands between them, each with its place; signs that turn the reading direction are shown as a box. */
function pieces(text) {
  const found = [];
  const pattern = /[\p{L}\p{N}\p{M}@._'’-]+|[^\p{L}\p{N}\p{M}@._'’-]+/gu;
  for (const match of text.matchAll(pattern)) {
    found.push({start: match.index, end: match.index + match[0].length, isWord: /[\p{L}\p{N}]/u.test(match[0])});
  }
  return found;
}

const overlaps = (one, other) => one.start < other.end && other.start < one.end;
const visible = (text) => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "\u25a1");
const wordsOf = (text) => pieces(text).filter((piece) => piece.isWord);

function fresh(text) {
  return {verdict: null, cuts: new Map(), wrong: new Set(), words: wordsOf(text.text)};
}

function classOf(piece, text, answer) {
  const mark = text.marks.find((one) => overlaps(one, piece) && one.reason !== "long");
  const name = ["ord"];
  if (mark) name.push(isReview ? "merkt" : "funnen");
  if (answer.cuts.has(piece.start) || (mark && answer.wrong.has(mark.start))) name.push("stroken");
  return name.join(" ");
}

function drawText() {
  const box = element("tekst");
  const text = texts[at];
  const answer = answers[at];
  box.textContent = "";
  let number = 0;
  for (const piece of pieces(text.text)) {
    const content = visible(text.text.slice(piece.start, piece.end));
    if (!piece.isWord) {
      box.append(content);
      continue;
    }
    const span = document.createElement("span");
    span.className = classOf(piece, text, answer);
    span.textContent = content;
    span.dataset.nr = String(number);
    if (number === word) span.classList.add("her");
    const type = answer.cuts.get(piece.start);
    if (type !== undefined && !isReview) span.title = say(`type_${type}`);
    box.append(span);
    number += 1;
  }
  box.querySelector(".her")?.scrollIntoView({block: "nearest"});
}

function draw() {
  element("tittel").textContent = say("title");
  document.title = say("title");
  document.documentElement.lang = language;
  element("varsel").textContent = say("warning");
  element("maalform").textContent = say("language");
  element("kode-namn").textContent = say("code");
  element("opne").textContent = say("open");
  element("lagre").textContent = say("save");
  element("vidare").textContent = say("after");
  element("hjelp").textContent = say("help");
  element("laas").hidden = facts.sealed === undefined || texts.length > 0;
  element("arbeid").hidden = texts.length === 0;
  element("slutt").hidden = texts.length === 0;
  const done = answers.filter((answer) => answer.verdict !== null).length;
  element("teljar").textContent =
    texts.length === 0 && facts.sealed === undefined
      ? say("nothing")
      : say("count", {at: at + 1, of: texts.length, done});
  if (texts.length === 0) return;
  const text = texts[at];
  element("grunn").textContent = [...new Set(text.marks.map((mark) => mark.reason))]
    .map((reason) => (isReview ? say(`reason_${reason}`) : ""))
    .join(" ")
    .trim();
  const verdict = answers[at].verdict;
  element("stand").textContent = verdict === null ? say("undecided") : say(`verdict_${verdict}`);
  for (const button of element("val").children) {
    button.textContent = say(button.dataset.word);
    if (button.dataset.verdict)
      button.setAttribute(
        "aria-pressed",
        String(button.dataset.verdict === verdict || (verdict === "edit" && button.dataset.verdict === "accept")),
      );
  }
  drawText();
}

function changed() {
  saved = false;
  draw();
}

/** A word is struck out, or let stand again. In a calibration: missed, of a type; or taken out and should not have been. */
function strike(type) {
  const answer = answers[at];
  const piece = answer.words[word];
  if (!piece) return;
  const mark = texts[at].marks.find((one) => overlaps(one, piece) && one.reason !== "long");
  if (!isReview && mark) {
    if (!answer.wrong.delete(mark.start)) answer.wrong.add(mark.start);
  } else if (answer.cuts.get(piece.start) === type) answer.cuts.delete(piece.start);
  else answer.cuts.set(piece.start, type);
  if (answer.verdict !== null && answer.verdict !== "reject") answer.verdict = verdictOf(answer);
  changed();
}

const verdictOf = (answer) => (isReview ? (answer.cuts.size > 0 ? "edit" : "accept") : "done");

function decide(verdict) {
  answers[at].verdict = verdict === "accept" ? verdictOf(answers[at]) : verdict;
  if (at < texts.length - 1) move(1);
  changed();
}

function undo() {
  answers[at] = fresh(texts[at]);
  changed();
}

function move(step) {
  at = Math.min(texts.length - 1, Math.max(0, at + step));
  const first = texts[at].marks.find((mark) => mark.reason !== "long");
  word = Math.max(
    0,
    answers[at].words.findIndex((piece) => first && overlaps(first, piece)),
  );
  draw();
  element("tekst").focus();
}

function moveWord(step) {
  word = Math.min(answers[at].words.length - 1, Math.max(0, word + step));
  drawText();
}

/** Struck words side by side are one cut, with what stands between them. */
function cutsOf(answer) {
  const cuts = [];
  answer.words.forEach((piece, index) => {
    if (!answer.cuts.has(piece.start)) return;
    const last = cuts.at(-1);
    if (last && last.index === index - 1 && last.type === answer.cuts.get(piece.start)) {
      last.end = piece.end;
      last.index = index;
    } else cuts.push({start: piece.start, end: piece.end, type: answer.cuts.get(piece.start), index});
  });
  return cuts;
}

function decisions() {
  return texts.flatMap((text, index) => {
    const answer = answers[index];
    if (answer.verdict === null) return [];
    const cuts = answer.verdict === "edit" ? cutsOf(answer).map((cut) => [cut.start, cut.end]) : [];
    return [{key: text.key, verdict: answer.verdict, cuts}];
  });
}

/** Only numbers: how many of each type were caught and missed, how many words were taken without reason, of how many. */
function figures() {
  const types = {};
  const count = (type, what, n = 1) => {
    types[type] ??= {caught: 0, missed: 0};
    types[type][what] += n;
  };
  let texts_ = 0;
  let words = 0;
  let wronglyTaken = 0;
  texts.forEach((text, index) => {
    const answer = answers[index];
    if (answer.verdict === null) return;
    texts_ += 1;
    for (const mark of text.marks) {
      const inside = answer.words.filter((piece) => overlaps(mark, piece)).length;
      if (!answer.wrong.has(mark.start)) count(mark.reason, "caught");
      else {
        wronglyTaken += inside;
        words += inside;
      }
    }
    for (const cut of cutsOf(answer)) count(cut.type, "missed");
    words += answer.words.filter(
      (piece) => !answer.cuts.has(piece.start) && !text.marks.some((mark) => overlaps(mark, piece)),
    ).length;
  });
  return {texts: texts_, words, wronglyTaken, types};
}

function save() {
  const content = isReview
    ? {format: "avvik-gjennomgang-1", decisions: decisions()}
    : {format: "avvik-kalibrering-1", population: facts.population, ...figures()};
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 1)], {type: "application/json"}));
  link.download = isReview ? "avvik-avgjerder.json" : "avvik-kalibrering.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  saved = true;
}

function begin(given) {
  texts = given;
  answers = texts.map(fresh);
  at = 0;
  if (texts.length > 0) move(0);
  draw();
}

async function unseal(code) {
  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const {salt, iv, data, rounds} = facts.sealed;
  const secret = new TextEncoder().encode(code.toUpperCase().replace(/[^A-Z2-7]/g, ""));
  const base = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveKey"]);
  const derivation = {name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations: rounds};
  const key = await crypto.subtle.deriveKey(derivation, base, {name: "AES-GCM", length: 256}, false, ["decrypt"]);
  const opened = await crypto.subtle.decrypt({name: "AES-GCM", iv: bytes(iv)}, key, bytes(data));
  return JSON.parse(new TextDecoder().decode(opened));
}

function addButton(key, action, verdict) {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.word = key;
  if (verdict) button.dataset.verdict = verdict;
  button.addEventListener("click", action);
  element("val").append(button);
}

const reviewKeys = {
  g: () => decide("accept"),
  a: () => decide("reject"),
  s: () => strike("PERSON"),
  " ": () => strike("PERSON"),
};
const calibrationKeys = {
  Enter: () => decide("accept"),
  ...Object.fromEntries(facts.types.map((type, index) => ["1234567890qw"[index], () => strike(type)])),
  " ": () => strike("PERSON"),
};
const keys = {
  ...(isReview ? reviewKeys : calibrationKeys),
  z: undo,
  ArrowRight: () => moveWord(1),
  ArrowLeft: () => moveWord(-1),
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  l: save,
};

if (isReview) {
  addButton("accept", () => decide("accept"), "accept");
  addButton("strike", () => strike("PERSON"));
  addButton("reject", () => decide("reject"), "reject");
} else {
  addButton("next", () => decide("accept"), "done");
  for (const type of facts.types) addButton(`type_${type}`, () => strike(type));
}
addButton("undo", undo);

document.addEventListener("keydown", (event) => {
  if (texts.length === 0 || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target instanceof HTMLButtonElement && (event.key === " " || event.key === "Enter")) return;
  const action = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!action) return;
  event.preventDefault();
  action();
});
element("tekst").addEventListener("click", (event) => {
  const nr = event.target.dataset?.nr;
  if (nr === undefined) return;
  word = Number(nr);
  strike("PERSON");
});
element("maalform").addEventListener("click", () => {
  language = language === "nn" ? "nb" : "nn";
  draw();
});
element("lagre").addEventListener("click", save);
element("laas").addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    begin(await unseal(element("kode").value));
  } catch {
    element("feil").textContent = say(globalThis.crypto?.subtle ? "wrongCode" : "noCrypto");
  }
});
addEventListener("beforeunload", (event) => {
  if (!saved) event.preventDefault();
});

begin(facts.sealed === undefined ? island("avvik-texts") : []);
