"use strict";
// Puts Yasgui's editor in the place of the field, and its table behind it. Both ask this server
// alone: the endpoint is fixed, what is completed comes from here, nothing is kept in the browser.
(() => {
  const field = document.getElementById("query");
  const form = document.getElementById("ask");
  const editor = document.getElementById("editor");
  const result = document.getElementById("result");
  if (!field || !form || typeof Yasgui === "undefined") return;
  const headers = JSON.parse(document.body.getAttribute("hx-headers"));

  // Yasgui's own ones ask other servers for terms, and keep a list of other people's prefixes.
  const completed = fetch("/sparql/terms", { headers: { Accept: "application/json" } })
    .then((answer) => (answer.ok ? answer.json() : {}))
    .catch(() => ({}));
  Yasgui.Yasqe.defaults.autocompleters = [];
  const own = { prefixes: "prefixes", class: "classes", property: "properties" };
  for (const [theirs, ours] of Object.entries(own)) {
    Yasgui.Yasqe.registerAutocompleter({
      ...Yasgui.Yasqe.Autocompleters[theirs],
      name: "own-" + theirs,
      get: () => completed.then((terms) => terms[ours] || []),
      bulk: true,
      persistenceId: null,
    }, false);
  }

  editor.hidden = false;
  field.hidden = true;
  const asking = new Yasgui.Yasqe(editor, {
    value: field.value,
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: null,
    createShortLink: undefined,
    showQueryButton: false,
    resizeable: true,
    editorHeight: "24rem",
    autocompleters: ["variables", "own-prefixes", "own-class", "own-property"],
    extraKeys: { ...Yasgui.Yasqe.defaults.extraKeys, "Ctrl-S": () => {} },
    requestConfig: {
      endpoint: new URL("/sparql", location.href).href,
      method: "POST",
      headers: () => headers,
      acceptHeaderGraph: "text/turtle",
      acceptHeaderSelect: "application/sparql-results+json",
      args: [], namedGraphs: [], defaultGraphs: [],
    },
  });
  const input = asking.getInputField();
  input.setAttribute("aria-label", editor.getAttribute("aria-label"));
  input.setAttribute("title", editor.dataset.leave);
  const answered = new Yasgui.Yasr(result, {
    persistenceId: null,
    maxPersistentResponseSize: 0,
    prefixes: () => asking.getPrefixesFromQuery(),
    pluginOrder: ["table", "response"],
    defaultPlugin: "table",
  });
  asking.on("queryResponse", (_, response, duration) => answered.setResponse(response, duration));
  asking.on("change", () => { field.value = asking.getValue(); });

  form.addEventListener("submit", (event) => {
    field.value = asking.getValue();
    if (form.elements.format.value !== "html") return;
    event.preventDefault();
    const shown = document.getElementById("answer");
    if (shown) shown.remove();
    asking.query().catch(() => {});
  });
})();
