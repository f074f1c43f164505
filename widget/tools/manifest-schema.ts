/** What we use of the Custom Elements Manifest 2.1.0. */
export type Type = { readonly text: string }
export type Described = { readonly name: string; readonly description: string }

export type Attribute = Described & {
  readonly type: Type
  /** The property of the same meaning. */
  readonly fieldName?: string
}

export type Field = Described & {
  readonly kind: 'field'
  readonly type: Type
  readonly attribute?: string
  readonly reflects?: true
  readonly readonly?: true
}

export type Method = Described & {
  readonly kind: 'method'
  readonly parameters: readonly { readonly name: string; readonly type: Type }[]
  readonly return: { readonly type: Type }
}

export type CssProperty = Described & { readonly default?: string }

export type ClassDeclaration = Described & {
  readonly kind: 'class'
  readonly members: readonly (Field | Method)[]
}

export type ElementDeclaration = ClassDeclaration & {
  readonly summary: string
  readonly customElement: true
  readonly tagName: string
  readonly superclass: { readonly name: string; readonly package: string }
  readonly attributes: readonly Attribute[]
  readonly events: readonly (Described & { readonly type: Type })[]
  readonly slots: readonly Described[]
  readonly cssParts: readonly Described[]
  readonly cssProperties: readonly CssProperty[]
}

export type ManifestModule = {
  readonly kind: 'javascript-module'
  readonly path: string
  readonly declarations: readonly (ElementDeclaration | ClassDeclaration)[]
  readonly exports: readonly {
    readonly kind: 'js' | 'custom-element-definition'
    readonly name: string
    readonly declaration: { readonly name: string; readonly module: string }
  }[]
}

export type Manifest = {
  readonly schemaVersion: '2.1.0'
  readonly readme: string
  readonly modules: readonly ManifestModule[]
}
