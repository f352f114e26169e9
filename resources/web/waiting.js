// The calm between questions, and the end.

import { h } from "./dom.js";
import { heading, wide } from "./frame.js";
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
		app.ownName(),
		h("p.foot", say("wait_keep")),
	];
}

function points({ say, model, deck }) {
	const point = ({ name, state }, at) =>
		h(`li.${state}`, { key: at, "aria-current": state === "now" && "step" },
			h("span.station", { "aria-hidden": "true" }, at + 1),
			h("span", deck, name),
			h("span.heard", ` (${say(`path_${state}`)})`),
		);
	return model.points.length > 0 && h("ol.points", { "aria-label": say("path") }, model.points.map(point));
}

/** What to do when the laptop has another address now. */
export function moved({ say, seat }) {
	return h("p.note", { key: "moved" }, say("moved", seat));
}

/** The session is over. */
export function over(app) {
	const { say, model } = app;
	return [sunrise(), heading(say("over_title"), { class: "centred" }), h("p.centred", say("over_text")), app.ownName()];
}
