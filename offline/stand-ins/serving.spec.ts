import assert from "node:assert/strict";
import type { ServiceError } from "@grpc/grpc-js";
import type { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { installedVersion } from "../project";
import { propertiesOf, structOf } from "./protocol/messages";
import { type PropertyMap, secret, UNKNOWN } from "./protocol/values";
import { ask, type Serving, serving } from "./serving.fixture";

function urn(type: string): string {
    return `urn:pulumi:large::kaireon::kaireon:data:Aurora$${type}::postgres`;
}

describe("a stand-in served to the engine", function () {
    this.timeout(20_000);
    let running: Serving | undefined;
    afterEach(() => running?.stop());

    for (const name of ["aws", "eks", "kubernetes", "random"]) {
        it(`${name} starts, prints its port and is of its SDK's version`, async () => {
            running = await serving(name);
            const { client } = running;
            const info = await ask<PluginInfo>((done) => client.getPluginInfo(new Empty(), done));
            assert.equal(info.getVersion(), installedVersion(`@pulumi/${name}`));
        });
    }

    async function configured(faults = ""): Promise<Serving["client"]> {
        running = await serving("aws", { OFFLINE_FAULTS: faults });
        const { client } = running;
        const request = new proto.ConfigureRequest();
        request.setArgs(structOf({ region: "eu-west-1" }));
        const response = await ask<proto.ConfigureResponse>((done) => client.configure(request, done));
        assert.deepEqual([response.getAcceptsecrets(), response.getSupportspreview()], [true, true]);
        return client;
    }

    function create(client: Serving["client"], inputs: PropertyMap, preview: boolean): Promise<proto.CreateResponse> {
        const request = new proto.CreateRequest();
        request.setUrn(urn("aws:rds/cluster:Cluster"));
        request.setProperties(structOf(inputs));
        request.setPreview(preview);
        return ask<proto.CreateResponse>((done) => client.create(request, done));
    }

    const inputs = { engine: "aurora-postgresql", masterPassword: secret("hush") };

    it("checks, previews and creates, secrets staying secrets", async () => {
        const client = await configured();
        const check = new proto.CheckRequest();
        check.setUrn(urn("aws:rds/cluster:Cluster"));
        check.setNews(structOf({ ...inputs, engin: "x" }));
        const checked = await ask<proto.CheckResponse>((done) => client.check(check, done));
        assert.deepEqual(
            checked.getFailuresList().map((failure) => failure.getProperty()),
            ["engin"],
        );

        const previewed = propertiesOf((await create(client, inputs, true)).getProperties());
        assert.deepEqual([previewed["endpoint"], previewed["masterPassword"]], [UNKNOWN, secret("hush")]);
        const created = await create(client, inputs, false);
        assert.match(created.getId(), /^tf-\d{14}[0-9a-f]{12}$/);
        const endpoint = propertiesOf(created.getProperties())["endpoint"];
        assert.equal(endpoint, `${created.getId()}.cluster-c1a2b3c4d5e6.eu-west-1.rds.amazonaws.com`);
    });

    it("shows which change replaces", async () => {
        const client = await configured();
        const request = new proto.DiffRequest();
        request.setUrn(urn("aws:rds/cluster:Cluster"));
        request.setOldInputs(structOf({ engine: "aurora-postgresql", backupRetentionPeriod: 7, kmsKeyId: "a" }));
        request.setNews(structOf({ engine: "aurora-postgresql", backupRetentionPeriod: 14, kmsKeyId: "b" }));
        const diff = await ask<proto.DiffResponse>((done) => client.diff(request, done));
        const kinds = [...diff.getDetaileddiffMap().entries()].map(([path, change]) => [path, change.getKind()]);
        assert.deepEqual(kinds, [
            ["backupRetentionPeriod", proto.PropertyDiff.Kind.UPDATE],
            ["kmsKeyId", proto.PropertyDiff.Kind.UPDATE_REPLACE],
        ]);
        assert.deepEqual(
            [diff.getReplacesList(), diff.getChanges()],
            [["kmsKeyId"], proto.DiffResponse.DiffChanges.DIFF_SOME],
        );
    });

    it("hands over the resource of a timed-out create beside the error", async () => {
        const client = await configured("timeout:aws:rds/cluster:Cluster");
        const problem = await create(client, inputs, false).then(
            () => assert.fail("it did not fail"),
            (error: ServiceError) => error,
        );
        const [packed] = problem.metadata.get("grpc-status-details-bin");
        const [detail] = Status.deserializeBinary(Buffer.from(packed ?? "")).getDetailsList();
        const failure = detail?.unpack(
            proto.ErrorResourceInitFailed.deserializeBinary,
            "pulumirpc.ErrorResourceInitFailed",
        );
        assert.match(failure?.getId() ?? "", /^tf-/);
        assert.match(failure?.getReasonsList()[0] ?? "", /timeout while waiting for state/);
    });

    it("tells malformed faults when it is configured", async () => {
        running = await serving("random", { OFFLINE_FAULTS: "sometimes" });
        const { client } = running;
        const checked = await ask<proto.CheckResponse>((done) => client.checkConfig(new proto.CheckRequest(), done));
        assert.match(
            checked.getFailuresList()[0]?.getReason() ?? "",
            /^OFFLINE_FAULTS: "sometimes": the kind must be one of/,
        );
    });
});
