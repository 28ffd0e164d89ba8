"use strict";
// Keys for reviewing links; the part of the page that changes keeps the focus where it belongs.
(() => {
  const letters = { KeyA: "A", KeyR: "R", KeyH: "H", KeyN: "N", KeyC: "C", KeyU: "U", KeyJ: "J", KeyK: "K", KeyM: "M" };
  const desk = () => document.getElementById("desk");
  const told = () => document.getElementById("told");
  const tell = (words) => { const p = document.createElement("p"); p.textContent = words; told().replaceChildren(p); };

  // Which key it is, by its place on the keyboard: with Japanese input on, event.key says "Process".
  const meant = (event) => {
    if (letters[event.code]) return letters[event.code];
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
    if (digit && !event.shiftKey) return digit[1];
    if (event.key === "?" || (event.code === "Slash" && event.shiftKey)) return "?";
    if (event.key === "/" || event.code === "Slash" || event.code === "NumpadDivide") return "/";
    return event.code === "KeyE" ? "E" : null;
  };
  const isTyping = (element) =>
    element.isContentEditable || /^(TEXTAREA|SELECT)$/.test(element.tagName) ||
    (element.tagName === "INPUT" && !/^(radio|checkbox|button|submit)$/.test(element.type));

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isTyping(event.target)) { event.target.blur(); return; }
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (isTyping(event.target)) return;
    const key = meant(event);
    if (!key) return;
    if (key === "?") {
      const keys = document.getElementById("keys");
      event.preventDefault();
      keys.open = !keys.open;
      if (keys.open) keys.querySelector("summary").focus();
      return;
    }
    const field = { E: "reason", "/": "sought" }[key];
    if (field) {
      const input = document.getElementById(field);
      if (input) { event.preventDefault(); input.focus(); input.select(); }
      return;
    }
    const found = desk()?.querySelector(`[data-key="${key}"]`);
    if (!found || found.disabled) return;
    event.preventDefault();
    if (found.type === "radio") { found.checked = true; found.focus(); return; }
    if (["accept", "reject", "hold", "confirm"].includes(found.value) && !desk().querySelector("input[name=to]:checked")) {
      tell(desk().dataset.first);
      return;
    }
    found.click();
  });

  // Where the focus was is found again in what takes its place; a new measure begins at its top.
  let shown = desk()?.dataset.shown;
  let left = null;
  document.body.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.target?.id !== "desk") return;
    left = document.activeElement?.id || null;
    told().replaceChildren();
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target?.id !== "desk" || event.detail.xhr.status < 400) return;
    event.stopPropagation();
    const page = new DOMParser().parseFromString(event.detail.serverResponse, "text/html");
    if (page.getElementById("desk")) { event.detail.shouldSwap = true; event.detail.isError = false; return; }
    event.detail.shouldSwap = false;
    const words = page.querySelector("[lang=" + document.documentElement.lang + "].alert, .alert");
    tell(words ? words.textContent : String(event.detail.xhr.status));
  }, true);
  document.body.addEventListener("htmx:afterSettle", (event) => {
    if (!desk() || !["desk", "told"].includes(event.detail.target.id)) return;
    if (event.detail.target.id === "told") return;
    const moved = desk().dataset.shown !== shown;
    shown = desk().dataset.shown;
    const same = !moved && left && document.getElementById(left);
    if (told().querySelector(".alert")) { (document.getElementById("reason") || same)?.focus(); return; }
    (same || document.getElementById("measure"))?.focus({ preventScroll: !moved });
    if (moved) scrollTo({ top: 0 });
  });
})();
