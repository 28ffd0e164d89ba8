"use strict";
// The plain form becomes Yasgui's editor, and answers its table. Nothing is asked of anybody but
// this server, and nothing is kept in the browser.
(async () => {
  const form = document.getElementById("query");
  if (!form || typeof Yasgui === "undefined") return;
  const { Yasqe, Yasr } = Yasgui;
  const words = JSON.parse(form.dataset.words), labels = JSON.parse(form.dataset.columns);
  const lang = document.documentElement.lang;
  const at = (id) => document.getElementById(id);
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const text = at("text"), answer = at("answer"), state = at("state"), run = at("run"), stop = at("stop");
  const whole = new Intl.NumberFormat(lang), exact = new Intl.NumberFormat(lang, { maximumFractionDigits: 2 });

  // Terms of the ontology, with what they are called; found by either.
  const terms = await fetch(form.dataset.terms).then((got) => got.json()).catch(() => null);
  const named = { ...terms?.classes, ...terms?.properties };
  const short = (iri, prefixes) => {
    const [prefix, space] = Object.entries(prefixes).find(([, space]) => iri.startsWith(space)) || [];
    return prefix === undefined ? null : `${prefix}:${iri.slice(space.length)}`;
  };
  const called = (iri) => named[iri]?.[lang] || "";
  const sought = (every, token, prefixes) => {
    const [, prefix, local] = /^(?:(\w*):)?(.*)$/.exec(token.string.trim()) || [];
    const from = prefix === undefined ? "" : { ...terms.prefixes, ...prefixes }[prefix];
    if (from === undefined) return [];
    const wanted = local.toLowerCase();
    const fits = (iri) => iri.slice(from.length).toLowerCase().includes(wanted) || called(iri).toLowerCase().includes(wanted);
    const begins = (iri) => iri.slice(from.length).toLowerCase().startsWith(wanted);
    const found = Object.keys(every).filter((iri) => iri.startsWith(from) && fits(iri));
    return [...found.filter(begins), ...found.filter((iri) => !begins(iri))].slice(0, 100);
  };
  const completer = (name, every, isPlace) => ({
    name, bulk: false, autoShow: false, isValidCompletionPosition: isPlace,
    preProcessToken: (_, token) => token,
    get: (yasqe, token) => sought(every, token, yasqe.getPrefixesFromQuery()),
    postProcessSuggestion: (yasqe, _, iri) => short(iri, yasqe.getPrefixesFromQuery()) || short(iri, terms.prefixes) || `<${iri}>`,
    postprocessHints: (yasqe, hints) => hints.map((hint) => {
      const prefixes = { ...terms.prefixes, ...yasqe.getPrefixesFromQuery() };
      const [prefix, ...local] = hint.text.split(":");
      const said = called(prefixes[prefix] + local.join(":"));
      return said ? { ...hint, displayText: `${hint.text}　${said}` } : hint;
    }),
  });
  const isName = (token) => !/^[?$"'<]/.test(token.string);
  const completers = [];
  if (terms) {
    completers.push("variables", "prefixes", "ontology-class", "ontology-property");
    Yasqe.forkAutocompleter("prefixes", {
      name: "prefixes", persistenceId: null,
      get: () => Object.entries(terms.prefixes).map(([prefix, space]) => `${prefix}: <${space}>`),
    }, false);
    Yasqe.registerAutocompleter(completer("ontology-class", terms.classes, (yasqe) => {
      const token = yasqe.getCompleteToken();
      const before = yasqe.getPreviousNonWsToken(yasqe.getDoc().getCursor().line, token);
      return isName(token) && ["a", "rdf:type"].includes(before.state.lastProperty);
    }), false);
    Yasqe.registerAutocompleter(completer("ontology-property", terms.properties, (yasqe) => {
      const token = yasqe.getCompleteToken();
      return token.string.length > 0 && isName(token) && token.state.possibleCurrent.includes("a");
    }), false);
  }

  const place = document.createElement("div");
  text.after(place);
  const yasqe = new Yasqe(place, {
    value: text.value, autocompleters: completers, persistenceId: null, prefixCcApi: null,
    createShareableLink: null, createShortLink: null, consumeShareLink: null,
    showQueryButton: false, resizeable: false, editorHeight: "auto", lineWrapping: true,
    // Tab leads on: whoever has no mouse would not get out.
    extraKeys: { Tab: false, "Shift-Tab": false, "Ctrl-S": () => {}, "Ctrl-Enter": () => ask(), "Cmd-Enter": () => ask() },
    requestConfig: {
      endpoint: new URL(form.getAttribute("action"), location).href, method: "POST", queryArgument: "query",
      acceptHeaderSelect: "application/sparql-results+json", acceptHeaderGraph: "text/turtle",
      headers: { "X-CSRF-Token": form.dataset.csrf },
    },
  });
  // An update is refused by the server, in words; Yasqe would send it under another name.
  yasqe.getQueryMode = () => "query";
  // What it says of a line that it cannot read is in English, and styled as the policy refuses.
  const mark = yasqe.setGutterMarker;
  yasqe.setGutterMarker = (line, gutter, icon) => {
    icon.onmouseover = icon.onmouseout = null;
    icon.title = words["line-wrong"];
    return mark.call(yasqe, line, gutter, icon);
  };
  const notify = yasqe.showNotification;
  yasqe.showNotification = (key) => notify.call(yasqe, key, words.complete);
  const field = yasqe.getInputField();
  field.setAttribute("aria-label", words.editor);
  field.id = "editor";
  document.querySelector("label[for=text]").htmlFor = "editor";
  text.hidden = true;
  text.required = false;
  at("keys").hidden = false;
  yasqe.refresh();

  // Answers. Of a table, what is in it: no links that lead out, no words of another language.
  const table = Yasr.plugins.table, drawn = table.prototype;
  const escaped = (words) => { const holder = document.createElement("i"); holder.textContent = words; return holder.innerHTML; };
  drawn.getUriLinkFromBinding = (value, prefixes) => escaped(short(value.value, prefixes || {}) || value.value);
  const columns = drawn.getColumns;
  drawn.getColumns = function () {
    return columns.call(this).map((one) => ({ ...one, title: escaped(labels[one.name] || one.name || "#") }));
  };
  const controls = drawn.drawControls;
  drawn.drawControls = function () {
    controls.call(this);
    const [simple, cut] = this.tableControls.querySelectorAll(".switch .label");
    simple.textContent = words.simple;
    cut.textContent = words.short;
    const find = this.tableControls.querySelector(".tableFilter");
    find.placeholder = words.find;
    find.setAttribute("aria-label", words.find);
    this.tableControls.querySelector(".pageSizerLabel").textContent = `${words["per-page"]} `;
    const size = this.tableControls.querySelector(".tableSizer");
    size.setAttribute("aria-label", words["per-page"]);
    size.querySelector("[value='-1']").textContent = words.every;
  };
  table.defaults.tableConfig.autoWidth = false;
  Object.assign(table.defaults.tableConfig.language, {
    info: words.shown, infoEmpty: "", infoFiltered: "", emptyTable: words.none, zeroRecords: words["none-found"], thousands: ",",
    aria: { orderable: `: ${words.sort}`, orderableReverse: `: ${words.sort}`, orderableRemove: `: ${words.sort}`,
      paginate: { first: words.first, last: words.last, next: words.next, previous: words.previous } },
  });
  // What drags columns writes a style sheet into the page, which the policy of this app refuses, and
  // widths into the browser. It does not write the sheet where it finds its number, and is sent away.
  const sheet = document.createElementNS("urn:none", "style");
  sheet.gripid = "573462389";
  document.head.append(sheet);
  const draw = drawn.draw;
  drawn.draw = function (config) {
    draw.call(this, config);
    this.destroyResizer();
    sessionStorage.removeItem(this.tableEl.id);
  };
  const simple = { compact: true, isEllipsed: false };
  let yasr = null, own = null;
  const show = (response, duration) => {
    // Yasr fills in what stands between {{ and }} in a text. Rows are shown as they came.
    own = /json/.test(response.headers.get("content-type")) ? JSON.parse(response.content) : null;
    answer.replaceChildren();
    yasr?.destroy();
    yasr = new Yasr(answer, {
      persistenceId: null, prefixes: terms?.prefixes || {}, pluginOrder: ["table", "response"],
      // Rows come in one line of megabytes, which an editor does not stand; a graph is read as it is.
      plugins: { table: { enabled: true, dynamicConfig: { ...simple } }, response: { enabled: !own } },
    });
    for (const link of yasr.rootEl.querySelectorAll(".yasr_external_ref_btn, .yasr_downloadIcon")) link.remove();
    for (const [name, said] of [["table", words.table], ["response", words.raw]]) {
      const button = yasr.rootEl.querySelector(`.select_${name}`);
      if (!button) continue;
      yasr.plugins[name].label = said;
      button.title = said;
      button.removeAttribute("aria-label");
      button.querySelector("span").textContent = said;
    }
    yasr.on("draw", () => { if (own?.results) yasr.results.getBindings = () => own.results.bindings; });
    yasr.on("drawn", () => {
      const truth = yasr.resultsEl.querySelector(".booleanResult span");
      if (truth) truth.textContent = own.boolean ? words.yes : words.no;
      for (const button of yasr.resultsEl.querySelectorAll(".overlay_btn")) button.type = "button";
      const [all, save] = yasr.resultsEl.querySelectorAll(".overlay_btn");
      if (all) { all.textContent = all.title = words["show-all"]; save.remove(); }
      yasr.resultsEl.querySelector(".CodeMirror textarea")?.setAttribute("aria-label", words.raw);
      yasr.resultsEl.querySelector(".CodeMirror-scroll")?.setAttribute("tabindex", "0");
    });
    yasr.setResponse(response, duration);
    const seconds = exact.format(duration / 1000);
    const rows = own?.results?.bindings.length;
    if (answer.getBoundingClientRect().top > innerHeight * 0.7) run.scrollIntoView();
    state.textContent = rows === undefined ? filled(words.done, { seconds }) : filled(words.rows, { count: whole.format(rows), seconds });
  };
  const refuse = (error) => {
    let said = words.lost;
    try { said = JSON.parse(error.message).error.message[lang]; } catch { /* no words of the server's */ }
    const [, line, column, rest] = /^query:(\d+):(\d+): ([^]*)$/.exec(said) || [];
    if (line) {
      said = filled(words.place, { line, column, said: rest });
      yasqe.getDoc().setCursor(line - 1, column - 1);
    }
    const alert = document.createElement("p");
    alert.className = "alert";
    alert.setAttribute("role", "alert");
    alert.textContent = said;
    answer.replaceChildren(alert);
    state.textContent = "";
  };

  // One query at a time; whoever leaves the page ends it, as the browser closes the line.
  const busy = (is) => { stop.hidden = !is; run.disabled = is; };
  const ask = () => { if (!run.disabled) yasqe.query().catch(() => {}); };
  yasqe.on("query", () => { busy(true); state.textContent = words.running; });
  yasqe.on("queryResponse", (_, got, duration) => {
    busy(false);
    if (got?.name === "AbortError") return;
    if (got instanceof Error) refuse(got);
    else show(got, duration);
  });
  yasqe.on("queryAbort", () => { busy(false); state.textContent = words.stopped; run.focus(); });
  stop.addEventListener("click", () => yasqe.abortQuery());
  form.addEventListener("submit", (event) => {
    text.value = yasqe.getValue();
    if (event.submitter?.name === "save") return;
    event.preventDefault();
    ask();
  });
})();
