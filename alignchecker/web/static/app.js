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

  const show = () => document.querySelector(".marked")?.scrollIntoView({ block: "center" });
  document.body.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target.id === "source") { show(); document.getElementById("source").focus({ preventScroll: true }); }
  });
  if (document.querySelector(".beside")) show();

  // A refusal is a page of its own: its words are put where the answer was to go.
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status < 400) return;
    const page = new DOMParser().parseFromString(event.detail.serverResponse, "text/html");
    const words = page.querySelector("[lang=" + document.documentElement.lang + "].alert, .alert");
    event.detail.shouldSwap = false;
    event.detail.target.textContent = words ? words.textContent : String(event.detail.xhr.status);
  });
})();
