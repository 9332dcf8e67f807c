// Sets the formulas that arithmatex has marked.
document.addEventListener("DOMContentLoaded", () => {
  for (const element of document.querySelectorAll(".arithmatex")) {
    const displayed = element.textContent.trim().startsWith("\\[");
    const formula = element.textContent.trim().slice(2, -2);
    katex.render(formula, element, { displayMode: displayed, throwOnError: true });
  }
});
