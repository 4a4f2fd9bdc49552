// Made by scripts/generate-examples.mjs; edit examples/models.
import type { ExampleModel } from './types';

export const product: ExampleModel = {
  name: 'product',
  title: 'Product',
  description: 'The smallest model that is still a real service',
  entityCount: 1,
  text: `# The smallest model that is still a real service: one entity, no relations.
entities:
  - name: Product
    description: Something that we sell.
    fields:
      - name: sku
        type: string
        required: true
        unique: true
        maxLength: 64
        pattern: '^[A-Z0-9]+(-[A-Z0-9]+)*$'
        description: Stock keeping unit, printed on the label and in the barcode.
        examples: [CHAIR-OAK-01, LAMP-BRASS-07, DESK-120]
      - name: name
        type: string
        required: true
        minLength: 1
        maxLength: 120
        searchable: true
        description: The name that customers see.
        examples: [Oak chair, Brass lamp, Standing desk]
      - name: description
        type: text
        searchable: true
        description: Free text for the product page.
      - name: price
        type: decimal
        precision: 12
        scale: 2
        minimum: 0
        required: true
        index: true
        description: Net price in euro.
        examples: ['129.00', '49.90']
      - name: stock
        type: integer
        minimum: 0
        default: 0
        description: Units that can be promised to a customer today.
      - name: status
        type: enum
        values: [draft, active, retired]
        default: draft
        index: true
        description: Only active products are shown in the shop.
      - name: tags
        type: array
        items: { type: string, maxLength: 40 }
        maxItems: 20
        description: Words to group products by.
      - name: dimensions
        type: object
        description: Outer measurements in millimetres.
        fields:
          - { name: width, type: number, minimum: 0, required: true }
          - { name: height, type: number, minimum: 0, required: true }
          - { name: depth, type: number, minimum: 0 }
`,
};
