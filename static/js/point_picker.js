/* The point of a profile: taken from the address, or from a click on the plan. The two number fields hold it. */
const DECIMALS = 6;

const numberIn = (field) => (field.value.trim() === "" ? NaN : Number(field.value.replace(",", ".")));

function fill(field, value) {
  field.value = value.toFixed(DECIMALS);
  // What watches for unsaved changes listens to these.
  for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
}

function setUp(point) {
  const field = (name) => document.getElementById(point.dataset[name]);
  const latitude = field("latitude");
  const longitude = field("longitude");
  if (!latitude || !longitude) return;
  const says = point.querySelector("[data-point-says]");
  const setPoint = (north, east) => {
    fill(latitude, north);
    fill(longitude, east);
  };

  const button = point.querySelector("[data-point-address]");
  button.addEventListener("click", async () => {
    const street = field("street")?.value.trim();
    const number = field("number")?.value.trim();
    if (!street || !number) {
      says.textContent = says.dataset.nothing;
      return;
    }
    button.disabled = true;
    try {
      const answer = await fetch(`${point.dataset.lookUp}?${new URLSearchParams({ street, number })}`);
      if (!answer.ok) throw new Error(answer.statusText);
      const found = await answer.json();
      if ("latitude" in found) setPoint(found.latitude, found.longitude);
      says.textContent = found.say;
    } catch {
      says.textContent = says.dataset.failed;
    } finally {
      button.disabled = false;
      button.focus();
    }
  });
  point.querySelector("[data-point-tools]").hidden = false;

  const plan = point.querySelector("[data-point-plan]");
  if (plan) setUpPlan(plan, { latitude, longitude, setPoint, says });
}

function setUpPlan(plan, { latitude, longitude, setPoint, says }) {
  const [west, north, xScale, yScale, width, height] = ["west", "north", "xScale", "yScale", "width", "height"].map(
    (name) => Number(plan.dataset[name]),
  );
  const sheet = plan.querySelector("[data-point-sheet]");
  const mark = plan.querySelector("[data-point-mark]");

  const show = () => {
    const x = (numberIn(longitude) - west) * xScale;
    const y = (north - numberIn(latitude)) * yScale;
    const known = Number.isFinite(x) && Number.isFinite(y);
    const outside = known && (x < 0 || y < 0 || x > width || y > height);
    mark.hidden = !known || outside;
    if (outside) says.textContent = says.dataset.outside;
    else if (says.textContent === says.dataset.outside) says.textContent = "";
    if (mark.hidden) return;
    mark.style.left = `${(x / width) * 100}%`;
    mark.style.top = `${(y / height) * 100}%`;
  };

  sheet.addEventListener("click", (event) => {
    const box = sheet.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * width;
    const y = ((event.clientY - box.top) / box.height) * height;
    setPoint(north - y / yScale, west + x / xScale);
    says.textContent = "";
  });
  for (const field of [latitude, longitude]) field.addEventListener("input", show);
  plan.hidden = false;
  show();
}

for (const point of document.querySelectorAll("[data-point]")) setUp(point);
