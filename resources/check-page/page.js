"use strict";
// The page itself: paste, photo or camera in, a verdict and facts out.

const data = JSON.parse(document.getElementById("issuers").textContent);
const issuers = data.issuers.map(fromHex);
const part = (id) => document.getElementById(id);
let list = data.withdrawn ? readList(data.withdrawn, issuers) : null;
let watching = null;

const TITLES = {
  "valid": "Valid", "revoked": "Revoked", "superseded": "Replaced by a newer one", "altered": "Altered",
  "cut short": "Cut short", "unknown issuer": "Unknown issuer", "no seal": "No seal",
};

function sayList() {
  part("list").textContent = list
    ? `Certificates withdrawn up to ${longDate(list.made)} are known here (${Object.keys(list.notices).length}).`
    : "No list of withdrawn certificates is known here. A certificate may have been revoked.";
}

function check() {
  const text = part("seal").value;
  if (!text.trim()) return;
  const answer = checkSeal(text, issuers, list ? list.notices : {});
  const result = part("result");
  result.hidden = false;
  result.dataset.verdict = answer.verdict;
  part("verdict").textContent = TITLES[answer.verdict];
  part("said").textContent = answer.said;
  const rows = answer.facts ? words(answer.facts) : [];
  part("facts").replaceChildren(...rows.flatMap(([label, value]) => {
    const name = document.createElement("dt"), fact = document.createElement("dd");
    name.textContent = label;
    fact.textContent = value;
    fact.dir = "auto";
    return [name, fact];
  }));
  part("issuer").textContent = answer.issuer ? `Issuer’s key ${answer.issuer}` : "";
  part("verdict").focus();
}

function readPicture(source, width, height) {
  const canvas = document.createElement("canvas");
  const scale = Math.min(1, 1600 / Math.max(width, height));
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.drawImage(source, 0, 0, canvas.width, canvas.height);
  const picture = pen.getImageData(0, 0, canvas.width, canvas.height);
  const found = jsQR(picture.data, picture.width, picture.height);
  return found ? found.data : "";
}

function take(text) {
  part("seal").value = text;
  check();
}

async function photo(file) {
  const picture = await createImageBitmap(file).catch(() => null);
  const text = picture ? readPicture(picture, picture.width, picture.height) : "";
  part("hint").textContent = text ? "" : "No QR code was found in this picture. Take it straight from above, in good light.";
  if (text) take(text);
}

function stopCamera() {
  if (!watching) return;
  watching.getTracks().forEach((track) => track.stop());
  watching = null;
  part("video").hidden = true;
  part("camera").textContent = "Use the camera";
}

async function camera() {
  if (watching) return stopCamera();
  try {
    watching = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  } catch {
    part("hint").textContent = "This browser does not let a page use the camera here. Choose a photo, or paste the text.";
    return;
  }
  const video = part("video");
  video.hidden = false;
  video.srcObject = watching;
  await video.play();
  part("camera").textContent = "Stop the camera";
  const look = () => {
    if (!watching) return;
    const text = video.videoWidth ? readPicture(video, video.videoWidth, video.videoHeight) : "";
    if (text) { stopCamera(); take(text); } else setTimeout(look, 200);
  };
  look();
}

async function newerList(file) {
  const other = readList(await file.text(), issuers);
  if (!other) { part("hint").textContent = "This is no list that an issuer known here signed. Ask the issuer for it again."; return; }
  if (!list || other.made > list.made) list = other;
  part("hint").textContent = "";
  sayList();
  if (!part("result").hidden) check();
}

part("form").addEventListener("submit", (event) => { event.preventDefault(); check(); });
part("photo").addEventListener("change", (event) => { if (event.target.files[0]) photo(event.target.files[0]); });
part("newer").addEventListener("change", (event) => { if (event.target.files[0]) newerList(event.target.files[0]); });
part("camera").hidden = !(navigator.mediaDevices && navigator.mediaDevices.getUserMedia);
part("camera").addEventListener("click", camera);
part("known").textContent = data.organisation
  ? `Certificates issued by ${data.organisation} are checked here.` : "Certificates are checked here.";
sayList();
