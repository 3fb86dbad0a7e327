import * as pulumi from "@pulumi/pulumi";
import { EDIT_VARIABLE, type Edit, edited } from "./edit";

const edit: Edit = JSON.parse(process.env[EDIT_VARIABLE] ?? "null");

pulumi.runtime.registerStackTransformation(({ type, name, props, opts }) => {
    // The chart lies where the project's own program runs.
    const chart = name === "kaireon" && "chart" in props ? { chart: "../../../infra/helm" } : {};
    const isEdited = type === edit.type && name === edit.name;
    return { props: { ...(isEdited ? edited(props, edit.path, edit.value) : props), ...chart }, opts };
});

export = require("../../../stacks/index");
