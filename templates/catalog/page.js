"use strict";
(() => {
  const form = document.getElementById("filter");
  const count = document.getElementById("count");
  const tools = [...document.querySelectorAll(".tool")];
  const has = (list, wanted) => !wanted || (list || "").split(" ").includes(wanted);
  const value = (name) => form.elements.namedItem(name).value;

  function show() {
    const [role, purpose, language] = ["role", "purpose", "language"].map(value);
    let shown = 0;
    for (const tool of tools) {
      const fits = has(tool.dataset.purposes, purpose) && has(tool.dataset.roles, role)
        && has(tool.dataset.languages, language);
      tool.hidden = !fits;
      shown += fits;
      for (const file of tool.querySelectorAll(".files li")) {
        file.hidden = !has(file.dataset.roles, role) || !has(file.dataset.language, language);
      }
    }
    count.textContent = count.dataset.words.replace("{shown}", shown).replace("{all}", tools.length);
  }

  form.hidden = false;
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  show();
})();
