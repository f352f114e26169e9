// The calm between questions, and the end.

import { h } from "./dom.js";
import { heading } from "./frame.js";
import { sunrise } from "./signs.js";

export function opening(app) {
  return heading(app.say("opening"));
}

/** Nothing to do: look up. */
export function waiting(app) {
  const { say, model } = app;
  const pause = model.stage === "paused";
  return [
    sunrise(),
    heading(pause ? say("wait_pause") : model.name ? say("wait_title_named", model) : say("wait_title"), { class: "centred" }),
    h("p.centred", say(pause ? "wait_pause_text" : "wait_text")),
    model.person === "waiting" && h("p.note", say("wait_walk_in")),
    points(app),
    h("p.foot", say("wait_keep")),
  ];
}

function points(app) {
  const { say, model } = app;
  if (!model.points.length) return null;
  const state = (at) => model.path[at];
  return h("ol.points", { "aria-label": say("path") },
    model.points.map((name, at) =>
      h("li", { key: at, class: state(at), "aria-current": state(at) === "now" ? "step" : null }, h("span.station", { "aria-hidden": "true" }, at + 1), h("span", app.deck, name || say("path_point", { number: at + 1 })), h("span.heard", ` (${say(`path_${state(at)}`)})`)),
    ),
  );
}

/** The session is over. */
export function over(app) {
  const { say, model } = app;
  return [sunrise(), heading(say("over_title"), { class: "centred" }), h("p.centred", say("over_text")), model.name && h("p.foot", say("over_certificate"))];
}

/** Nothing was ever heard from the room: what to look at. */
export function unreachable(app) {
  const { say } = app;
  return [
    heading(say("wait_lost_title")),
    h("p", say("wait_lost")),
    h("p.note", say("moved", app.seat)),
  ];
}
