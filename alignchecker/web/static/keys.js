"use strict";
// Keys for reviewing links; the part of the page that changes keeps the focus where it belongs.
(() => {
  const letters = { KeyA: "A", KeyR: "R", KeyH: "H", KeyN: "N", KeyC: "C", KeyU: "U", KeyJ: "J", KeyK: "K", KeyM: "M", KeyE: "E" };
  const fields = { E: "reason", "/": "sought" };
  const needing = ["accept", "reject", "hold", "confirm"];
  const desk = () => document.getElementById("desk");
  const told = () => document.getElementById("told");
  const chosen = () => desk()?.querySelector("input[name=to]:checked");
  const tell = (words) => { const p = document.createElement("p"); p.textContent = words; told().replaceChildren(p); };

  // Which key it is, by its place on the keyboard: with Japanese input on, event.key says "Process".
  const meant = (event) => {
    if (letters[event.code]) return letters[event.code];
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
    if (digit && !event.shiftKey) return digit[1];
    if (event.key === "?" || (event.code === "Slash" && event.shiftKey)) return "?";
    return event.key === "/" || event.code === "Slash" || event.code === "NumpadDivide" ? "/" : null;
  };
  const isTyping = (element) =>
    element.isContentEditable || /^(TEXTAREA|SELECT)$/.test(element.tagName) ||
    (element.tagName === "INPUT" && !/^(radio|checkbox|button|submit)$/.test(element.type));

  // Whoever speaks to the computer, or strikes keys by chance, can do without single keys. A cookie
  // remembers it: what a browser stores otherwise is lost when the server takes another port.
  const OFF = "alignchecker-keys=off";
  const box = document.getElementById("single-keys");
  const use = (isOn) => { box.checked = isOn; document.body.classList.toggle("keyless", !isOn); };
  box.closest("p").hidden = false;
  use(!document.cookie.split("; ").includes(OFF));
  box.addEventListener("change", () => {
    document.cookie = `${OFF}; path=/; samesite=strict; max-age=${box.checked ? 0 : 31536000}`;
    use(box.checked);
  });

  const act = (key) => {
    if (key === "?") {
      const keys = document.getElementById("keys");
      keys.open = !keys.open;
      if (keys.open) keys.querySelector("summary").focus();
      return;
    }
    if (fields[key]) {
      const input = document.getElementById(fields[key]);
      if (input) { input.focus(); input.select(); }
      return;
    }
    const found = desk()?.querySelector(`[data-key="${key}"]`);
    if (!found || found.disabled) return;
    if (found.type === "radio") { found.checked = true; found.focus(); return; }
    if (needing.includes(found.value) && !chosen()) tell(desk().dataset.first);
    else found.click();
  };

  // While something is being saved, the keys of a quick hand wait for the page that comes next.
  let busy = false;
  let waiting = [];
  const free = () => {
    busy = false;
    while (waiting.length && !busy) act(waiting.shift());
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isTyping(event.target)) { event.target.blur(); return; }
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (isTyping(event.target) || !box.checked) return;
    const key = meant(event);
    if (!key) return;
    event.preventDefault();
    if (!busy) act(key);
    else if (waiting.length < 30 && !waiting.some((one) => fields[one])) waiting.push(key);
  });

  // Where the focus was is found again in what takes its place; a new measure begins at its top.
  let shown = desk()?.dataset.shown;
  let left = null;
  const isOurs = (event) => event.detail.target?.id === "desk";
  document.body.addEventListener("htmx:beforeRequest", (event) => {
    if (!isOurs(event)) return;
    busy = true;
    left = document.activeElement?.id || chosen()?.id || null;
    told().replaceChildren();
  });
  for (const kind of ["htmx:sendError", "htmx:timeout", "htmx:sendAbort"]) {
    document.body.addEventListener(kind, (event) => { if (isOurs(event)) { waiting = []; tell(desk().dataset.lost); free(); } });
  }
  // What was refused is said without taking away what was filled in.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (!isOurs(event) || event.detail.xhr.status < 400) return;
    event.stopPropagation();
    waiting = [];
    const page = new DOMParser().parseFromString(event.detail.serverResponse, "text/html");
    if (page.getElementById("desk")) { event.detail.shouldSwap = true; event.detail.isError = false; return; }
    event.detail.shouldSwap = false;
    const words = page.querySelector("[lang=" + document.documentElement.lang + "].alert, .alert");
    tell(words ? words.textContent : String(event.detail.xhr.status));
    free();
  }, true);
  document.body.addEventListener("htmx:afterSettle", (event) => {
    if (!desk() || event.detail.target.id !== "desk") return;
    const moved = desk().dataset.shown !== shown;
    shown = desk().dataset.shown;
    const same = !moved && left && document.getElementById(left);
    // A refusal is about the name where that is lacking, else about the reason.
    const nameless = desk().querySelector("input[name=reviewer]:placeholder-shown");
    if (told().querySelector(".alert")) (nameless || document.getElementById("reason") || same)?.focus();
    else (same || document.getElementById("measure"))?.focus({ preventScroll: !moved });
    if (moved) scrollTo({ top: 0 });
    free();
  });
})();
