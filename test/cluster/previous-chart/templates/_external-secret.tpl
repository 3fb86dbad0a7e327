{{/*
Properties of a Secrets Manager JSON secret as keys of a Secret; with "data", keys made of them by templates that run in the
cluster: passwords are put into URLs there, never here.
Takes a dict: root, secret (secretArn, secretName), properties, data.
*/}}
{{- define "kaireon.externalSecret" -}}
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: {{ .secret.secretName }}
  labels: {{- include "kaireon.labels" (list .root "secrets") | nindent 4 }}
spec:
  refreshInterval: {{ .root.Values.externalSecrets.refreshInterval }}
  secretStoreRef: { kind: SecretStore, name: kaireon-secrets-manager }
  target:
    name: {{ .secret.secretName }}
    creationPolicy: Owner
    # The pods' copy outlives a secret that was deleted by mistake.
    deletionPolicy: Retain
    {{- with .data }}
    template:
      engineVersion: v2
      data:
        {{- range $key, $template := . }}
        {{ $key }}: {{ $template | quote }}
        {{- end }}
    {{- end }}
  data:
    {{- range .properties }}
    - secretKey: {{ . }}
      remoteRef: { key: {{ $.secret.secretArn | quote }}, property: {{ . }} }
    {{- end }}
{{- end -}}
