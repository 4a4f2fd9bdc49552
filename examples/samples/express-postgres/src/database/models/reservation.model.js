'use strict';

const { Model } = require('sequelize');

/**
 * A member's claim to the next copy of a book that comes back.
 *
 * @param {import('sequelize').Sequelize} sequelize
 * @param {typeof import('sequelize').DataTypes} DataTypes
 */
module.exports = (sequelize, DataTypes) => {
  class Reservation extends Model {
    /** @param {Record<string, import('sequelize').ModelStatic<Model>>} models */
    static associate(models) {
      Reservation.belongsTo(models.Book, {
        as: 'book',
        foreignKey: 'book_id',
        onDelete: 'CASCADE',
      });
      Reservation.belongsTo(models.Member, {
        as: 'member',
        foreignKey: 'member_id',
        onDelete: 'CASCADE',
      });
      Reservation.belongsTo(models.CopyRecord, {
        as: 'filledBy',
        foreignKey: 'filledBy_id',
        onDelete: 'SET NULL',
      });
    }

    /** The row as answers show it. */
    toJSON() {
      const row = this.get();
      return {
        id: row.id,
        expiresOn: row.expiresOn,
        book_id: row.book_id,
        member_id: row.member_id,
        filledBy_id: row.filledBy_id,
        created_at: row.created_at,
        updated_at: row.updated_at,
      };
    }
  }

  Reservation.init(
    {
      id: {
        type: DataTypes.UUID,
        primaryKey: true,
        defaultValue: DataTypes.UUIDV4,
      },
      // The claim ends on this day.
      expiresOn: {
        type: DataTypes.DATEONLY,
        field: 'expires_on',
        allowNull: false,
      },
      // The title that is waited for.
      book_id: {
        type: DataTypes.UUID,
        allowNull: false,
      },
      // Who waits.
      member_id: {
        type: DataTypes.UUID,
        allowNull: false,
      },
      // The copy that is held at the desk.
      filledBy_id: {
        type: DataTypes.UUID,
        field: 'filled_by_id',
        allowNull: true,
      },
    },
    {
      sequelize,
      modelName: 'Reservation',
      tableName: 'reservations',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
      indexes: [
        {
          name: 'reservations_expires_on_idx',
          fields: ['expires_on'],
        },
        {
          name: 'reservations_book_id_idx',
          fields: ['book_id'],
        },
        {
          name: 'reservations_member_id_idx',
          fields: ['member_id'],
        },
        {
          name: 'reservations_filled_by_id_idx',
          fields: ['filled_by_id'],
          unique: true,
        },
      ],
    },
  );

  return Reservation;
};
