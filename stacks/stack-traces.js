// Pulumi's runner has source-map-support map every frame of every stack trace, and its SDK takes a trace for each promise of each
// resource: in a program of 290 resources that is a third of the CPU time. Frames of packages need no mapping, and must not get any:
// mapped ones end directly in `node_modules/@scope/` (`node_modules/@pulumi/errors.ts`), on which Node from 20.19.6 hangs for about
// 20 s when it prints the error in colours, as the runner does (https://github.com/nodejs/node/issues/64011, fixed in newer ones).
const debuggable = require("@pulumi/pulumi/runtime/debuggable");
const { wrapCallSite } = require("source-map-support");

/** The SDK's trace of where a resource was made: it keeps files and lines, and those of packages say nothing about this project. */
const RESOURCE_TRACE = "/@pulumi/pulumi/resource.js";

/** @param {NodeJS.CallSite} frame @returns {string} the file of a frame, empty for one of no file */
const file = (frame) => frame.getFileName() ?? "";

/** @param {Error} error @param {NodeJS.CallSite[]} frames @returns {string} the stack trace, mapped to sources for this project's own files */
function stackTrace(error, frames) {
    const forResource = frames.length > 0 && file(frames[0]).endsWith(RESOURCE_TRACE);
    const lines = frames.map((frame) => {
        if (!file(frame).includes("/node_modules/")) return wrapCallSite(frame);
        // To look up the line of a frame costs more than all the rest.
        return forResource ? "a package" : frame;
    });
    return [String(error), ...lines].join("\n    at ");
}

/** The SDK shows where a promise was made only when it looks for promises that never end: no frame is taken for that. */
function takeNoFramesOfPromises() {
    const track = debuggable.debuggablePromise;
    debuggable.debuggablePromise = (promise, context) => {
        const limit = Error.stackTraceLimit;
        Error.stackTraceLimit = 0;
        try {
            return track(promise, context);
        } finally {
            Error.stackTraceLimit = limit;
        }
    };
}

/** To be called first in a program that the engine runs. */
function mapOwnFramesOnly() {
    Error.prepareStackTrace = stackTrace;
    takeNoFramesOfPromises();
}

module.exports = { mapOwnFramesOnly };
