import type {Task, TaskGroup} from "./task.ts";
import type {StatusFacts} from "./tasks.ts";
import {statusTexts} from "./text/text.ts";

const groups: readonly TaskGroup[] = ["late", "now", "later", "waiting"];
/** A group is told by its word and its shape, and by no colour. */
const shapes: Readonly<Record<TaskGroup, string>> = {late: "▲", now: "●", later: "○", waiting: "◌"};

/** The tasks as one page that opens by double-click and prints on paper: no script, nothing fetched. */
export function pageOf(tasks: readonly Task[], {today, year, language, synthetic}: StatusFacts): string {
  const text = statusTexts[language];
  const sections = groups.flatMap((group) =>
    section(
      group,
      tasks.filter((task) => task.group === group),
      language,
    ),
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${synthetic ? "SYNTETISK · " : ""}${escaped(text.title(year))}</title>
<style>${style}</style>
</head>
<body>
<header>
${synthetic ? `<p class="merke">${escaped(text.synthetic)}</p>\n` : ""}<h1>${escaped(text.title(year))}</h1>
<p>${escaped(text.asOf(dateWord(today)))}. ${summary(tasks, language)}</p>
</header>
<main>
${sections.length > 0 ? sections.join("\n") : `<p>${escaped(text.none)}</p>`}
</main>
</body>
</html>
`;
}

function summary(tasks: readonly Task[], language: StatusFacts["language"]): string {
  const text = statusTexts[language];
  return groups
    .map((group) => `${shapes[group]} ${text.groups[group]}: ${tasks.filter((task) => task.group === group).length}`)
    .join(" · ");
}

function section(group: TaskGroup, tasks: readonly Task[], language: StatusFacts["language"]): string[] {
  if (tasks.length === 0) return [];
  const {groups: names, heads} = statusTexts[language];
  const columns = [heads.due, heads.who, heads.what, heads.todo].map((head) => `<th scope="col">${escaped(head)}</th>`);
  return [
    `<section aria-labelledby="${group}">
<h2 id="${group}"><span aria-hidden="true">${shapes[group]}</span> ${escaped(names[group])} (${tasks.length})</h2>
<table>
<thead><tr>${columns.join("")}</tr></thead>
<tbody>
${tasks.map((task) => row(task, language)).join("\n")}
</tbody>
</table>
</section>`,
  ];
}

function row({due, daysLate, who, what, todo}: Task, language: StatusFacts["language"]): string {
  const text = statusTexts[language];
  const late = daysLate > 0 ? `<br><b>${escaped(text.lateDays(daysLate))}</b>` : "";
  const day = due === null ? escaped(text.noDate) : `<time datetime="${due}">${dateWord(due)}</time>${late}`;
  return `<tr><td>${day}</td><th scope="row">${escaped(who)}</th><td>${escaped(what)}</td><td>${escaped(todo)}</td></tr>`;
}

/** `2026-03-02` as `2.3.2026`. */
export function dateWord(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `${Number(day)}.${Number(month)}.${year}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const style = `
:root{color:#1a1f26;background:#fff;font:16px/1.45 Inter,"Source Sans 3","Noto Sans",Arial,sans-serif}
body{margin:0 auto;max-width:72rem;padding:24px 16px}
h1{font-size:28px;line-height:1.2;margin:0 0 8px}
h2{font-size:20px;margin:32px 0 8px}
p{margin:0 0 8px}
.merke{background:#fff7db;border:1px solid #6b7078;font-weight:600;padding:8px 12px}
table{border-collapse:collapse;table-layout:fixed;width:100%}
th,td{border-bottom:1px solid #dde1e6;padding:8px 12px 8px 0;text-align:left;vertical-align:top;overflow-wrap:anywhere}
thead th{border-bottom:2px solid #1a1f26;font-weight:600}
tbody th{font-weight:600}
th:nth-child(1),td:nth-child(1){width:7.5rem;font-variant-numeric:tabular-nums}
th:nth-child(2){width:12rem}
td:nth-child(4){color:#4a515b}
@media(max-width:640px){table,tbody,tr,td,tbody th{display:block;width:auto}thead{position:absolute;left:-9999px}td,tbody th{border:0;padding:2px 0}tr{border-bottom:1px solid #dde1e6;padding:8px 0}th:nth-child(1),td:nth-child(1),th:nth-child(2){width:auto}}
@media print{body{padding:0;max-width:none}tr{break-inside:avoid}h2{break-after:avoid}}
`;
