'use strict';

const { DataTypes, Sequelize } = require('sequelize');
const database = require('../../config/database');
const defineAuthor = require('./author.model');
const defineGenre = require('./genre.model');
const defineBook = require('./book.model');
const defineCopyRecord = require('./copy-record.model');
const defineMember = require('./member.model');
const defineLoan = require('./loan.model');
const defineReservation = require('./reservation.model');

/**
 * Defines the models and their associations on a connection.
 *
 * @param {Sequelize} connection
 */
function defineModels(connection) {
  const models = {
    Author: defineAuthor(connection, DataTypes),
    Genre: defineGenre(connection, DataTypes),
    Book: defineBook(connection, DataTypes),
    CopyRecord: defineCopyRecord(connection, DataTypes),
    Member: defineMember(connection, DataTypes),
    Loan: defineLoan(connection, DataTypes),
    Reservation: defineReservation(connection, DataTypes),
  };
  for (const model of Object.values(models)) {
    if ('associate' in model) {
      model.associate(connection.models);
    }
  }
  return models;
}

const sequelize = new Sequelize(database);

module.exports = { defineModels, sequelize, ...defineModels(sequelize) };
