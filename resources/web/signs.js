// The few drawn signs: ticks, arrows and the sun path. All are decoration; words beside them say the same.

import { h } from "./dom.js";

const STATIONS = [[6, 26], [28, 18], [51, 12], [75, 8], [100, 6]];
const CURVE = "M6 26C9.7 24.7 20.5 20.3 28 18S43.2 13.7 51 12 66.8 9 75 8 95.8 6.3 100 6";

/** A line drawing in a square of 24. */
function sign(path) {
	return h("svg.sign", { viewBox: "0 0 24 24", "aria-hidden": "true" }, h("path", { d: path }));
}

export const tick = () => sign("M6 12.5l4 4 8-9");
export const up = () => sign("M12 19V5M5 12l7-7 7 7");
export const down = () => sign("M12 5v14M5 12l7 7 7-7");
export const pass = () => sign("M6 12h12");
export const sending = () => sign("M5 12h.01M12 12h.01M19 12h.01");

/** The five stations: filled when done, the sun now, rings to come. */
export function sunPath(points) {
	const marks = points.map(({ state }, at) => {
		const [cx, cy] = STATIONS[at];
		return h("circle", { class: state, cx, cy, r: { done: 5, now: 10, later: 4.5 }[state] });
	});
	return h("svg.path", { viewBox: "-5 -5 111 42", "aria-hidden": "true" }, h("path", { d: CURVE }), marks);
}

/** The sun over its ground: the quiet picture of waiting. */
export function sunrise() {
	return h("svg.sunrise", { viewBox: "0 0 342 132", "aria-hidden": "true" },
		h("path", { d: "M87 118a84 84 0 0 1 168 0z" }),
		h("path", { d: "M0 118H342" }),
	);
}
