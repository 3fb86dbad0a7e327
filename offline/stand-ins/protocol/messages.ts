import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type {
    CheckRequest,
    CheckResult,
    ConstructRequest,
    ConstructResult,
    CreateRequest,
    DeleteRequest,
    DiffRequest,
    DiffResult,
    PropertyChange,
    ReadRequest,
    ResourceRequest,
    UpdateRequest,
} from "./stand-in";
import type { PropertyMap } from "./values";

export function propertiesOf(struct: Struct | undefined): PropertyMap {
    return struct === undefined ? {} : (struct.toJavaScript() as PropertyMap);
}

export function structOf(properties: PropertyMap): Struct {
    return Struct.fromJavaScript(properties);
}

/** The type token is the third part of a URN: `urn:pulumi:stack::project::parent$type::name`, after the parents' types. */
export function resourceOf(urn: string): ResourceRequest {
    const [, , qualifiedType = "", ...name] = urn.split("::");
    return { urn, type: qualifiedType.slice(qualifiedType.lastIndexOf("$") + 1), name: name.join("::") };
}

export function checkRequest(message: proto.CheckRequest): CheckRequest {
    return {
        ...resourceOf(message.getUrn()),
        oldInputs: propertiesOf(message.getOlds()),
        inputs: propertiesOf(message.getNews()),
        seed: message.getRandomseed_asU8(),
    };
}

export function checkResponse(result: CheckResult): proto.CheckResponse {
    const failures = result.failures.map(({ property, reason }) => {
        const failure = new proto.CheckFailure();
        failure.setProperty(property);
        failure.setReason(reason);
        return failure;
    });
    const response = new proto.CheckResponse();
    response.setInputs(structOf(result.inputs));
    response.setFailuresList(failures);
    return response;
}

export function diffRequest(message: proto.DiffRequest): DiffRequest {
    return {
        ...resourceOf(message.getUrn()),
        id: message.getId(),
        oldInputs: propertiesOf(message.getOldInputs()),
        inputs: propertiesOf(message.getNews()),
        ignoreChanges: message.getIgnorechangesList(),
    };
}

const { Kind } = proto.PropertyDiff;
const KINDS: Record<PropertyChange, readonly [inPlace: proto.PropertyDiff.Kind, replacing: proto.PropertyDiff.Kind]> = {
    add: [Kind.ADD, Kind.ADD_REPLACE],
    delete: [Kind.DELETE, Kind.DELETE_REPLACE],
    update: [Kind.UPDATE, Kind.UPDATE_REPLACE],
};

export function diffResponse(result: DiffResult): proto.DiffResponse {
    const changes = Object.entries(result.changes);
    const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;
    const response = new proto.DiffResponse();
    response.setChanges(changes.length === 0 ? DIFF_NONE : DIFF_SOME);
    response.setHasdetaileddiff(true);
    response.setDeletebeforereplace(result.deleteBeforeReplace);
    for (const [path, { kind, replace }] of changes) {
        const diff = new proto.PropertyDiff();
        diff.setKind(KINDS[kind][replace ? 1 : 0]);
        diff.setInputdiff(true);
        response.getDetaileddiffMap().set(path, diff);
    }
    response.setDiffsList(topLevel(changes.map(([path]) => path)));
    response.setReplacesList(topLevel(changes.filter(([, change]) => change.replace).map(([path]) => path)));
    return response;
}

function topLevel(paths: readonly string[]): string[] {
    return [...new Set(paths.map((path) => path.split(/[.[]/, 1)[0] ?? path))];
}

export function createRequest(message: proto.CreateRequest): CreateRequest {
    return {
        ...resourceOf(message.getUrn()),
        inputs: propertiesOf(message.getProperties()),
        preview: message.getPreview(),
        timeoutSeconds: message.getTimeout(),
    };
}

export function updateRequest(message: proto.UpdateRequest): UpdateRequest {
    return {
        ...resourceOf(message.getUrn()),
        id: message.getId(),
        inputs: propertiesOf(message.getNews()),
        oldInputs: propertiesOf(message.getOldInputs()),
        oldState: propertiesOf(message.getOlds()),
        preview: message.getPreview(),
        timeoutSeconds: message.getTimeout(),
    };
}

export function deleteRequest(message: proto.DeleteRequest): DeleteRequest {
    return {
        ...resourceOf(message.getUrn()),
        id: message.getId(),
        state: propertiesOf(message.getProperties()),
        timeoutSeconds: message.getTimeout(),
    };
}

export function readRequest(message: proto.ReadRequest): ReadRequest {
    return {
        ...resourceOf(message.getUrn()),
        id: message.getId(),
        state: propertiesOf(message.getProperties()),
        inputs: propertiesOf(message.getInputs()),
    };
}

export function constructRequest(message: proto.ConstructRequest): ConstructRequest {
    const dependencies = [...message.getInputdependenciesMap().entries()];
    return {
        type: message.getType(),
        name: message.getName(),
        parent: message.getParent(),
        inputs: propertiesOf(message.getInputs()),
        inputDependencies: Object.fromEntries(dependencies.map(([input, urns]) => [input, urns.getUrnsList()])),
        dependencies: message.getDependenciesList(),
        providers: Object.fromEntries(message.getProvidersMap().entries()),
        protect: message.getProtect(),
        retainOnDelete: message.getRetainondelete(),
        monitorAddress: message.getMonitorendpoint(),
        preview: message.getDryrun(),
        config: Object.fromEntries(message.getConfigMap().entries()),
    };
}

export function constructResponse(result: ConstructResult): proto.ConstructResponse {
    const response = new proto.ConstructResponse();
    response.setUrn(result.urn);
    response.setState(structOf(result.state));
    for (const [output, urns] of Object.entries(result.stateDependencies)) {
        const dependencies = new proto.ConstructResponse.PropertyDependencies();
        dependencies.setUrnsList([...urns]);
        response.getStatedependenciesMap().set(output, dependencies);
    }
    return response;
}
