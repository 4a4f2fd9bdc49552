'use strict';

const express = require('express');
const Joi = require('joi');
const mongoose = require('mongoose');

const Product = mongoose.model(
  'Product',
  new mongoose.Schema(
    {
      sku: { type: String, required: true, unique: true },
      name: { type: String, required: true },
      description: String,
      price: { type: String, required: true },
      stock: { type: Number, default: 0 },
      status: { type: String, default: 'draft' },
      tags: [String],
      dimensions: { width: Number, height: Number, depth: Number },
    },
    { timestamps: { createdAt: 'created_at', updatedAt: 'updated_at' } },
  ),
);

const productSchema = Joi.object({
  sku: Joi.string()
    .max(64)
    .pattern(/^[A-Z0-9]+(-[A-Z0-9]+)*$/)
    .required(),
  name: Joi.string().min(1).max(120).required(),
  description: Joi.string().max(65535).allow(null).default(null),
  price: Joi.string()
    .pattern(/^\d{1,10}(\.\d{1,2})?$/)
    .required(),
  stock: Joi.number().integer().min(0).default(0),
  status: Joi.string().valid('draft', 'active', 'retired').default('draft'),
  tags: Joi.array()
    .items(Joi.string().max(40))
    .max(20)
    .allow(null)
    .default(null),
  dimensions: Joi.object({
    width: Joi.number().min(0).required(),
    height: Joi.number().min(0).required(),
    depth: Joi.number().min(0),
  })
    .allow(null)
    .default(null),
});

const pageSchema = Joi.object({
  page: Joi.number().integer().min(1).default(1),
  limit: Joi.number().integer().min(1).max(100).default(20),
});

const app = express();
app.set('etag', false);
app.use(express.json());

app.post('/api/v1/products', async (req, res) => {
  const { error, value } = productSchema.validate(req.body);
  if (error) {
    res.status(422).json({ message: error.message });
    return;
  }
  const product = await Product.create(value);
  res.status(201).json(product);
});

app.get('/api/v1/products/:id', async (req, res) => {
  const product = await Product.findById(req.params.id);
  if (!product) {
    res.status(404).json({ message: 'There is no such product.' });
    return;
  }
  res.json(product);
});

app.get('/api/v1/products', async (req, res) => {
  const { error, value } = pageSchema.validate(req.query);
  if (error) {
    res.status(422).json({ message: error.message });
    return;
  }
  const { page, limit } = value;
  const [items, total] = await Promise.all([
    Product.find()
      .sort({ _id: 1 })
      .skip((page - 1) * limit)
      .limit(limit),
    Product.countDocuments(),
  ]);
  res.json({ items, page, limit, total });
});

mongoose
  .connect(process.env.MONGODB_URI, { maxPoolSize: 10 })
  .then(() => app.listen(process.env.PORT, '127.0.0.1'));
