// Made by scripts/generate-examples.mjs; edit examples/models.
import type { ExampleModel } from './types';

export const shop: ExampleModel = {
  name: 'shop',
  title: 'Shop',
  description: 'An online shop with its warehouses',
  entityCount: 15,
  text: `# An online shop with its warehouses: every field type, every relation kind,
# self-relations (categories, employees, related products) and cycles
# (departments and their heads; customers and their default addresses).
# Nothing is owned, so the service runs without authentication.
entities:
  - name: Category
    description: |-
      A node of the navigation tree.
      The top of the tree has no parent.
    id: integer
    fields:
      - name: name
        type: string
        required: true
        maxLength: 80
        searchable: true
        index: true
        description: Name in the menu.
        examples: [Furniture, Lighting, Outdoor]
      - name: slug
        type: string
        required: true
        unique: true
        maxLength: 80
        pattern: '^[a-z0-9]+(-[a-z0-9]+)*$'
        description: 'Last part of the address: "/c/<slug>".'
        examples: [furniture, lighting, outdoor]
      - name: position
        type: integer
        minimum: 0
        maximum: 10000
        default: 0
        description: Place among its siblings.
    relations:
      - name: parent
        kind: manyToOne
        target: Category
        inverse: children
        onDelete: restrict
        description: The wider category.

  - name: Tag
    description: A word that customers filter by.
    id: integer
    timestamps: false
    fields:
      - name: label
        type: string
        required: true
        unique: true
        maxLength: 40
        description: Shown as it is written.
        examples: [new, handmade, on sale]

  - name: Supplier
    description: A company that we buy from.
    softDelete: true
    fields:
      - name: name
        type: string
        required: true
        maxLength: 120
        searchable: true
        index: true
        description: Registered name, for example "O'Brien & Sons".
        examples: ["O'Brien & Sons", 'Nordisk Trä AB']
      - name: vatNumber
        type: string
        unique: true
        maxLength: 14
        pattern: '^[A-Z]{2}[0-9A-Z]{2,12}$'
        description: VAT number with its country prefix.
        examples: [SE556677889901, IE1234567T, DE136695976]
      - name: email
        type: email
        required: true
        description: Orders go here.
      - name: website
        type: uri
        description: Public site.
      - name: leadTimeDays
        type: integer
        minimum: 0
        maximum: 365
        default: 14
        index: true
        description: Working days between an order and its delivery.
      - name: rating
        type: number
        minimum: 0
        maximum: 5
        index: true
        description: Our own judgement, from 0 to 5.

  - name: Product
    description: Something that we sell.
    softDelete: true
    fields:
      - name: sku
        type: string
        required: true
        unique: true
        maxLength: 64
        pattern: '^[A-Z0-9]+(-[A-Z0-9]+)*$'
        description: Stock keeping unit.
        examples: [CHAIR-OAK-01, LAMP-BRASS-07, DESK-120]
      - name: name
        type: string
        required: true
        minLength: 1
        maxLength: 120
        searchable: true
        index: true
        description: The name that customers see.
        examples: [Oak chair, Brass lamp, Standing desk]
      - name: description
        type: text
        searchable: true
        description: Text of the product page.
      - name: price
        type: decimal
        precision: 12
        scale: 2
        minimum: 0
        required: true
        index: true
        description: Net price in euro.
        examples: ['129.00', '49.90']
      - name: weight
        type: number
        minimum: 0
        description: Kilograms, packed.
      - name: barcode
        type: bigInteger
        unique: true
        minimum: 0
        description: GTIN-13 without its leading zeros.
        examples: ['4006381333931', '5901234123457', '9780201379624']
      - name: status
        type: enum
        values: [draft, active, out of stock, retired]
        default: draft
        required: true
        index: true
        description: Only active products can be ordered.
      - name: taxable
        type: boolean
        default: true
        description: False for gift cards.
      - name: availableFrom
        type: date
        index: true
        description: First day on which it can be ordered.
      - name: manual
        type: uri
        description: Address of the PDF.
      - name: keywords
        type: array
        items: { type: string, minLength: 1, maxLength: 40 }
        maxItems: 20
        description: Search terms beside the name.
      - name: dimensions
        type: object
        description: Outer measurements in millimetres.
        fields:
          - { name: width, type: number, minimum: 0, required: true }
          - { name: height, type: number, minimum: 0, required: true }
          - { name: depth, type: number, minimum: 0 }
      - name: attachments
        type: array
        maxItems: 10
        description: Pictures and data sheets.
        items:
          type: object
          fields:
            - { name: title, type: string, maxLength: 120, required: true }
            - { name: href, type: uri, required: true }
            - { name: kind, type: enum, values: [image, sheet, video] }
      - name: metadata
        type: json
        description: Whatever an integration wants to keep here.
    relations:
      - name: category
        kind: manyToOne
        target: Category
        required: true
        onDelete: restrict
        description: Where it stands in the menu.
      - name: supplier
        kind: manyToOne
        target: Supplier
        onDelete: setNull
        description: Where we buy it.
      - name: tags
        kind: manyToMany
        target: Tag
        inverse: products
        description: Filters that find it.
      - name: related
        kind: manyToMany
        target: Product
        inverse: relatedTo
        description: 'Shown under "You may also like".'

  - name: Warehouse
    description: A building that we ship from.
    fields:
      - name: code
        type: string
        required: true
        unique: true
        minLength: 3
        maxLength: 8
        pattern: '^[A-Z]{3}[0-9]{0,5}$'
        description: Airport code of the city and a number.
        examples: [ARN1, DUB1, HAM2]
      - name: name
        type: string
        required: true
        maxLength: 120
        description: Name on the gate.
        examples: [Arlanda North, Dublin Port]
      - name: opensAt
        type: time
        required: true
        description: Local time at which lorries are let in.
        examples: ['06:00:00', '07:30:00']
      - name: closesAt
        type: time
        required: true
        description: Local time of the last collection.
        examples: ['18:00:00', '20:15:00']
      - name: share
        type: string
        maxLength: 200
        description: 'Folder of the pick lists, for example \\\\files\\pick\\"today".'
        examples: ['\\\\files\\pick\\arn1', '\\\\files\\pick\\dub1']

  - name: StockItem
    description: How much of one product lies in one warehouse.
    fields:
      - name: quantity
        type: integer
        minimum: 0
        required: true
        default: 0
        index: true
        description: Units on the shelf.
      - name: reorderLevel
        type: integer
        minimum: 0
        default: 10
        description: At this number we order again.
      - name: countedAt
        type: dateTime
        description: Moment of the last stock-taking.
      - name: shelf
        type: string
        maxLength: 16
        index: true
        description: Aisle, bay and level.
        examples: [A-01-3, C-12-1]
    relations:
      - name: product
        kind: manyToOne
        target: Product
        required: true
        onDelete: restrict
        inverse: stock
        description: What lies there.
      - name: warehouse
        kind: manyToOne
        target: Warehouse
        required: true
        onDelete: cascade
        inverse: stock
        description: Where it lies.

  - name: Department
    description: Part of the company. Its head is one of its employees.
    fields:
      - name: name
        type: string
        required: true
        unique: true
        maxLength: 80
        description: Name in the directory.
        examples: [Logistics, Purchasing, Customer care]
      - name: budget
        type: decimal
        precision: 14
        scale: 2
        minimum: 0
        description: Euro a year.
    relations:
      - name: head
        kind: oneToOne
        target: Employee
        inverse: leads
        onDelete: setNull
        description: Who answers for it.

  - name: Employee
    description: Someone on our payroll.
    fields:
      - name: number
        type: integer
        required: true
        unique: true
        minimum: 1
        description: Number on the badge.
        examples: [1001, 1002, 1003]
      - name: name
        type: string
        required: true
        maxLength: 120
        searchable: true
        description: Full name.
        examples: [Ada Okafor, Bruno Silva]
      - name: email
        type: email
        required: true
        unique: true
        description: Address at work.
      - name: hiredOn
        type: date
        required: true
        index: true
        description: First day.
    relations:
      - name: department
        kind: manyToOne
        target: Department
        required: true
        inverse: employees
        onDelete: restrict
        description: Where they work.
      - name: manager
        kind: manyToOne
        target: Employee
        inverse: reports
        onDelete: setNull
        description: Whom they report to; nobody at the top.

  - name: Customer
    description: Someone who buys from us.
    softDelete: true
    fields:
      - name: name
        type: string
        required: true
        maxLength: 120
        searchable: true
        description: Full name.
        examples: [Chidi Novak, Dana Weiss]
      - name: email
        type: email
        required: true
        unique: true
        description: Receipts go here.
      - name: externalId
        type: uuid
        unique: true
        description: Their id in the loyalty system.
      - name: bornOn
        type: date
        minimum: '1900-01-01'
        description: For the birthday voucher.
      - name: newsletter
        type: boolean
        default: false
        index: true
        description: Double opt-in, so false until they confirm.
    relations:
      - name: defaultAddress
        kind: oneToOne
        target: Address
        inverse: defaultOf
        onDelete: setNull
        description: Where parcels go unless they say otherwise.

  - name: Address
    description: A place of a customer that parcels can go to.
    fields:
      - name: street
        type: string
        required: true
        maxLength: 160
        description: Street and number.
        examples: [12 Harbour Road, Storgatan 7]
      - name: city
        type: string
        required: true
        maxLength: 80
        index: true
        description: Town or city.
        examples: [Dublin, Uppsala]
      - name: postalCode
        type: string
        required: true
        maxLength: 12
        description: Kept as it is written on an envelope.
        examples: [D02 X285, 753 10]
      - name: country
        type: string
        required: true
        minLength: 2
        maxLength: 2
        pattern: '^[A-Z]{2}$'
        index: true
        description: ISO 3166-1 alpha-2 code.
        examples: [IE, SE]
    relations:
      - name: customer
        kind: manyToOne
        target: Customer
        required: true
        inverse: addresses
        onDelete: cascade
        description: Whose address it is.

  - name: Order
    description: What a customer has asked us to send.
    fields:
      - name: number
        type: string
        required: true
        unique: true
        maxLength: 20
        pattern: '^[0-9]{4}-[0-9]{6}$'
        description: Year and running number.
        examples: [2026-000001, 2026-000002, 2026-000003]
      - name: status
        type: enum
        values: [cart, placed, paid, shipped, delivered, cancelled]
        default: cart
        required: true
        index: true
        description: Where it is on its way.
      - name: placedAt
        type: dateTime
        index: true
        description: Moment of the customer's click; empty while it is a cart.
      - name: note
        type: text
        maxLength: 2000
        description: |-
          What the customer wrote to us,
          for example: "ring twice; the bell is \\\\broken\\\\".
    relations:
      - name: customer
        kind: manyToOne
        target: Customer
        required: true
        inverse: orders
        onDelete: restrict
        description: Who ordered.
      - name: shippingAddress
        kind: manyToOne
        target: Address
        onDelete: restrict
        description: Where it goes; chosen at the till.
      - name: handler
        kind: manyToOne
        target: Employee
        inverse: handledOrders
        onDelete: setNull
        description: Who packs it.

  - name: OrderLine
    description: One product in one order.
    fields:
      - name: quantity
        type: integer
        required: true
        minimum: 1
        maximum: 999
        default: 1
        description: Units.
      - name: unitPrice
        type: decimal
        precision: 12
        scale: 2
        minimum: 0
        required: true
        description: Price at the moment of the order; it does not follow the product's.
      - name: discount
        type: number
        minimum: 0
        maximum: 1
        default: 0
        description: Share of the price, so 0.25 is a quarter off.
    relations:
      - name: order
        kind: manyToOne
        target: Order
        required: true
        inverse: lines
        onDelete: cascade
        description: The order that it belongs to.
      - name: product
        kind: manyToOne
        target: Product
        required: true
        onDelete: restrict
        description: What was ordered.

  - name: Payment
    description: Money that came in, or went back, for an order.
    fields:
      - name: amount
        type: decimal
        precision: 12
        scale: 2
        required: true
        minimum: '-1000000.00'
        maximum: '1000000.00'
        index: true
        description: Euro; below zero for a refund.
      - name: method
        type: enum
        values: [card, invoice, transfer, gift card]
        required: true
        index: true
        description: How it was paid.
      - name: reference
        type: string
        unique: true
        maxLength: 80
        description: Number that the bank gave it.
        examples: [PAY-7F3A, PAY-7F3B, PAY-7F3C]
      - name: receivedAt
        type: dateTime
        required: true
        index: true
        description: When the bank told us.
    relations:
      - name: order
        kind: manyToOne
        target: Order
        required: true
        inverse: payments
        onDelete: restrict
        description: What it pays for.

  - name: Invoice
    description: The bill for an order. An order has at most one.
    fields:
      - name: number
        type: bigInteger
        required: true
        unique: true
        minimum: 1
        description: Running number without gaps.
        examples: ['20260000001', '20260000002', '20260000003']
      - name: issuedOn
        type: date
        required: true
        index: true
        description: Date on the bill.
      - name: lines
        type: json
        description: The bill as it was printed, kept for the tax office.
    relations:
      - name: order
        kind: oneToOne
        target: Order
        required: true
        inverse: invoice
        onDelete: restrict
        description: The order that it bills.

  - name: Review
    description: A customer's opinion of a product.
    fields:
      - name: stars
        type: integer
        required: true
        minimum: 1
        maximum: 5
        index: true
        description: From 1 to 5.
      - name: title
        type: string
        required: true
        maxLength: 120
        searchable: true
        description: The opinion in a few words.
        examples: [Solid, 'Not "oak" at all']
      - name: body
        type: text
        maxLength: 5000
        searchable: true
        description: The opinion in many words.
      - name: approved
        type: boolean
        default: false
        index: true
        description: Shown only when somebody has read it.
    relations:
      - name: product
        kind: manyToOne
        target: Product
        required: true
        inverse: reviews
        onDelete: cascade
        description: What it is about.
      - name: customer
        kind: manyToOne
        target: Customer
        required: true
        inverse: reviews
        onDelete: cascade
        description: Who wrote it.
`,
};
