"use strict";
// Documents can be dropped; what was marked is brought into sight; an error of the server is shown.
(() => {
  const drop = document.getElementById("drop");
  if (drop) {
    const input = drop.querySelector("input[type=file]");
    const sent = document.getElementById("sent");
    for (const kind of ["dragover", "dragleave", "drop"]) {
      drop.addEventListener(kind, (event) => {
        event.preventDefault();
        drop.classList.toggle("over", kind === "dragover");
      });
    }
    drop.addEventListener("drop", (event) => {
      if (!event.dataTransfer.files.length) return;
      input.files = event.dataTransfer.files;
      drop.requestSubmit();
    });
    // A file dropped beside the field would be opened instead of the page.
    for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());
    drop.addEventListener("htmx:xhr:progress", (event) => {
      if (!event.detail.lengthComputable) return;
      const share = Math.floor((100 * event.detail.loaded) / event.detail.total);
      sent.textContent = drop.dataset.sending.replace("{share}", share);
    });
  }

  // Within what scrolls by itself, so that the page stays where it is.
  const show = () => {
    const marked = document.querySelector(".marked"), box = marked?.closest(".source");
    if (box) box.scrollTop += marked.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
  };
  document.body.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target.id === "source") { show(); document.getElementById("source").focus({ preventScroll: true }); }
    if (event.detail.target.id === "place") {
      for (const link of document.querySelectorAll(".outline a[aria-current]")) link.removeAttribute("aria-current");
      const chosen = new URL(event.detail.pathInfo.finalRequestPath, location).href;
      for (const link of document.querySelectorAll(".outline a")) if (link.href === chosen) link.setAttribute("aria-current", "true");
      (document.getElementById("item-title") || document.getElementById("source")).focus();
      show();
    }
  });
  if (document.querySelector(".beside")) show();

  // What a check has found takes the place of what was known: whoever stands there stays there.
  const name = (element) => element.id || element.getAttribute("href") || `${element.form?.action} ${element.name} ${element.value}`;
  let left = null;
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target.id !== "known") return;
    const at = document.activeElement;
    left = event.detail.target.contains(at) ? { tag: at.tagName, name: name(at) } : null;
  });
  document.body.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target.id !== "known" || !left) return;
    const found = [...document.querySelectorAll("#known " + left.tag)].find((one) => name(one) === left.name);
    (found || document.getElementById("main")).focus({ preventScroll: true });
  });

  document.body.addEventListener("htmx:beforeRequest", (event) => event.detail.target?.classList.remove("alert"));

  // A refusal is a page of its own: its words are put where the answer was to go.
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status < 400) return;
    const page = new DOMParser().parseFromString(event.detail.serverResponse, "text/html");
    const words = page.querySelector("[lang=" + document.documentElement.lang + "].alert, .alert");
    event.detail.shouldSwap = false;
    event.detail.target.classList.add("alert");
    event.detail.target.textContent = words ? words.textContent : String(event.detail.xhr.status);
  });
})();
