/* A line above the form leads to the tab where something is missing; Wagtail opens a tab from the address only when the
   page is loaded. */
window.addEventListener("hashchange", () => {
  const tab = document.querySelector(`[role="tab"][href="#${CSS.escape(location.hash.slice(1))}"]`);
  if (tab) {
    tab.click();
    tab.scrollIntoView({ block: "nearest" });
  }
});
