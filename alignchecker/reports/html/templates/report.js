"use strict";
// Sorts, filters and shows more findings. All else on the page needs no script.
(() => {
  const form = document.getElementById("filters");
  const root = document.documentElement;

  const theme = document.getElementById("theme");
  theme.hidden = false;
  theme.addEventListener("change", (event) => { root.dataset.theme = event.target.value; });
  if (!form) return;

  const data = JSON.parse(document.getElementById("findings-data").textContent);
  const column = Object.fromEntries(data.columns.map((name, number) => [name, number]));
  const template = document.getElementById("finding").content.querySelector("tr");
  const table = document.getElementById("findings-table");
  const body = table.tBodies[0];
  const status = document.getElementById("shown");
  const more = document.getElementById("more");
  const everyRow = [...data.rows.keys()];
  const words = ["violation", "warning", "info"];
  let chosen = everyRow, shown = data.atFirst, sorting = null, only = "";

  const collator = new Intl.Collator(root.lang);
  const text = (row, name) => data.strings[data.rows[row][column[name]]];

  function element(row) {
    const made = template.cloneNode(true);
    const id = text(row, "id");
    made.id = "f-" + id;
    made.dataset.severity = words[data.rows[row][column.weight]];
    for (const field of made.querySelectorAll("[data-field]")) {
      field.textContent = text(row, field.dataset.field);
      if (field.tagName === "DD") field.parentElement.hidden = !field.textContent;
    }
    made.querySelector(".permalink").href = "#f-" + id;
    return made;
  }

  function draw() {
    body.replaceChildren(...chosen.slice(0, shown).map(element));
    tell();
  }

  function tell() {
    const count = chosen.length;
    status.textContent = count
      ? status.dataset.some.replace("{count}", count).replace("{shown}", Math.min(shown, count))
      : status.dataset.none;
    more.hidden = shown >= count;
  }

  const searched = new Map();
  function wordsOf(row) {
    if (!searched.has(row)) {
      searched.set(row, data.rows[row].slice(0, data.columns.length - 2).map((n) => data.strings[n]).join("\n").toLowerCase());
    }
    return searched.get(row);
  }

  function choose() {
    const asked = [...new FormData(form)].filter(([, value]) => value);
    const wanted = asked.filter(([name]) => name !== "text");
    const sought = (form.elements.text.value || "").trim().toLowerCase();
    chosen = everyRow.filter((row) =>
      (!only || text(row, "id") === only) &&
      wanted.every(([name, value]) => text(row, name) === value) &&
      (!sought || wordsOf(row).includes(sought)));
    if (sorting) {
      const { by, down } = sorting, place = column[by];
      const isNumber = by === "weight" || by === "where";
      const compare = isNumber
        ? (a, b) => data.rows[a][place] - data.rows[b][place]
        : (a, b) => collator.compare(text(a, by), text(b, by));
      chosen.sort((a, b) => compare(a, b) * (down ? -1 : 1) || a - b);
    }
    shown = data.atFirst;
    draw();
    return asked;
  }

  form.addEventListener("input", () => {
    only = "";
    const asked = new URLSearchParams(choose());
    history.replaceState(null, "", "#findings" + (asked.size ? "?" + asked : ""));
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => {
    only = "";
    choose();
    history.replaceState(null, "", "#findings");
  }));
  more.addEventListener("click", (event) => {
    const before = shown;
    shown = event.target.dataset.more === "all" ? chosen.length : shown + data.atFirst;
    body.append(...chosen.slice(before, shown).map(element));
    tell();
  });

  for (const head of table.querySelectorAll("th[data-by]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-label", table.dataset.sort.replace("{column}", head.textContent));
    button.addEventListener("click", () => {
      const down = sorting?.by === head.dataset.by && !sorting.down;
      sorting = { by: head.dataset.by, down };
      for (const other of head.parentElement.children) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      choose();
    });
    head.append(" ", button);
  }

  // #f-… leads to one finding, #findings?… to those that a filter leaves.
  function follow() {
    const [anchor, query] = location.hash.slice(1).split("?");
    const isOne = anchor.startsWith("f-");
    if (!isOne && anchor !== "findings") return;
    if (isOne && document.getElementById(anchor)) return;
    for (const field of form.elements) if (field.name) field.value = "";
    only = isOne ? anchor.slice(2) : "";
    const gone = [];
    for (const [name, value] of new URLSearchParams(query)) {
      const field = form.elements[name];
      if (field) field.value = value;
      if (field && field.value !== value) { field.value = ""; gone.push(value); }
    }
    choose();
    if (gone.length) status.textContent = status.dataset.gone.replace("{words}", () => gone.join(" ")) + " " + status.textContent;
    document.getElementById(anchor)?.scrollIntoView();
  }
  addEventListener("hashchange", follow);

  form.hidden = false;
  tell();
  follow();
})();
